import type { Money } from '../api/shop.ts';
import { formatMoney } from '../money.ts';

/** Total of an order. */
export function OrderTotal({ total }: { readonly total: Money }) {
  return (
    <dl className="space-y-1 border-t border-line pt-4">
      <div className="flex justify-between">
        <dt className="text-soft">Shipping</dt>
        <dd>Free</dd>
      </div>
      <div className="flex items-baseline justify-between font-display text-xl font-bold">
        <dt>Total</dt>
        <dd>{formatMoney(total)}</dd>
      </div>
    </dl>
  );
}
