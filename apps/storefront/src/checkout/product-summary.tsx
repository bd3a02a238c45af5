import { SelectField } from '@waypost/ui';
import type { Product } from '../api/shop.ts';
import { ProductPicture } from '../catalogue/product-card.tsx';
import { formatMoney, times } from '../money.ts';
import { OrderTotal } from './order-total.tsx';

interface Props {
  readonly product: Product;
  readonly quantity: number;
  readonly error: string | undefined;
  readonly onChange: (quantity: number) => void;
}

/** A product that is bought without the cart: quantity and price. */
export function ProductSummary({ product, quantity, error, onChange }: Props) {
  return (
    <>
      <div className="flex gap-4">
        <div className="w-28 shrink-0 overflow-hidden rounded-lg">
          <ProductPicture product={product} eager />
        </div>
        <div className="min-w-0">
          <p className="font-semibold leading-snug [overflow-wrap:anywhere]">{product.name}</p>
          <p className="text-soft">{formatMoney(product.price)} each</p>
        </div>
      </div>
      <SelectField
        label="Quantity"
        required
        value={quantity}
        error={error}
        onChange={(event) => onChange(Number(event.target.value))}
      >
        {Array.from({ length: 99 }, (_, index) => (
          <option key={index}>{index + 1}</option>
        ))}
      </SelectField>
      <OrderTotal total={times(product.price, quantity)} />
    </>
  );
}
