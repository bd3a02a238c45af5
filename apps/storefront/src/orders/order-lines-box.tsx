import type { Order } from '../api/shop.ts';
import { formatMoney, times } from '../money.ts';
import { returnedQuantity } from './returnable.ts';

/** Lines, total and delivery address of an order. */
export function OrderLinesBox({ order }: { order: Order }) {
  const { lines, total, shippingAddress } = order;
  const { name, line1, line2, postalCode, city, region, country } = shippingAddress;
  return (
    <section
      aria-label="Items"
      className="self-start rounded-2xl border border-line bg-card p-5 [overflow-wrap:anywhere]"
    >
      <h2 className="mb-3 text-xl font-bold">Items</h2>
      <ul className="space-y-2">
        {lines.map(({ sku, name: product, quantity, unitPrice }) => (
          <li key={sku} className="flex justify-between gap-4">
            <span>
              {quantity} × {product}
              {returnedQuantity(order, sku) > 0 && (
                <span className="block text-soft">{returnedQuantity(order, sku)} returned</span>
              )}
            </span>
            <span className="whitespace-nowrap">{formatMoney(times(unitPrice, quantity))}</span>
          </li>
        ))}
      </ul>
      <p className="mt-4 flex justify-between border-t border-line pt-4 font-display text-xl font-bold">
        <span>Total</span>
        <span>{formatMoney(total)}</span>
      </p>
      <h2 className="mb-1 mt-6 text-lg font-bold">Delivery address</h2>
      <address className="not-italic text-soft">
        {[name, line1, line2, `${postalCode} ${city}`, region, country].filter(Boolean).map((line, index) => (
          <span key={index} className="block">
            {line}
          </span>
        ))}
      </address>
    </section>
  );
}
