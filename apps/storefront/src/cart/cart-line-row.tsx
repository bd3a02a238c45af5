import { Button, SelectField } from '@waypost/ui';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { CartLine } from '../api/shop.ts';
import { productQuery } from '../api/queries.ts';
import { ProductPicture } from '../catalogue/product-card.tsx';
import { formatMoney, times } from '../money.ts';
import { useShop } from '../shop-context.tsx';
import { describeChange } from './change-words.ts';
import type { LineChange } from './carts.ts';

/** A line of the cart: product, quantity, price, and changes of them. */
export function CartLineRow({ line, onChange }: { line: CartLine; onChange: (change: LineChange) => void }) {
  const { sku, name, quantity, unitPrice, changes } = line;
  const { shop } = useShop();
  const product = useQuery(productQuery(shop, sku));
  return (
    <li
      data-line={sku}
      className="grid grid-cols-[6rem_1fr] gap-4 rounded-xl border border-line bg-card p-4 sm:grid-cols-[8rem_1fr]"
    >
      <div className="self-start overflow-hidden rounded-lg">
        {product.data ? <ProductPicture product={product.data} eager /> : <div className="aspect-6/5 bg-sunk" />}
      </div>
      <div className="min-w-0 space-y-3">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h2 className="font-sans text-lg font-semibold leading-snug [overflow-wrap:anywhere]">
            <Link to="/products/$sku" params={{ sku }} className="hover:underline">
              {name}
            </Link>
          </h2>
          <p className="font-display text-lg font-bold">{formatMoney(times(unitPrice, quantity))}</p>
        </div>
        {changes.length > 0 && (
          <ul className="space-y-1 font-semibold text-blaze">
            {describeChange(line).map((words) => (
              <li key={words}>{words}</li>
            ))}
          </ul>
        )}
        <div className="flex flex-wrap items-end gap-3">
          <div className="w-24">
            <SelectField
              label="Quantity"
              aria-label={`Quantity of ${name}`}
              required
              value={quantity}
              onChange={(event) => onChange({ sku, quantity: Number(event.target.value) })}
            >
              {Array.from({ length: 99 }, (_, index) => (
                <option key={index}>{index + 1}</option>
              ))}
            </SelectField>
          </div>
          <Button look="quiet" onClick={() => onChange({ sku, quantity: 0 })}>
            Take out <span className="sr-only">{name}</span>
          </Button>
          {changes.includes('price_changed') && (
            <Button onClick={() => onChange({ sku, quantity, unitPrice })}>
              Agree to {formatMoney(unitPrice)} <span className="sr-only">for {name}</span>
            </Button>
          )}
        </div>
      </div>
    </li>
  );
}
