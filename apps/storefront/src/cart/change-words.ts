import type { CartLine } from '../api/shop.ts';
import { formatMoney } from '../money.ts';

/** Describes the changes of a line since the shopper last saw it. */
export function describeChange({ changes, previousPrice, unitPrice, available = 0 }: CartLine): readonly string[] {
  return changes.map((change) => {
    switch (change) {
      case 'price_changed':
        return previousPrice
          ? `It was ${formatMoney(previousPrice)} when you saw it, and is ${formatMoney(unitPrice)} now.`
          : `It is ${formatMoney(unitPrice)} now.`;
      case 'sold_out':
        return 'Sold out. Remove it: an order with it would be cancelled.';
      case 'limited_stock':
        return `Only ${available} available. An order for more would be cancelled.`;
    }
  });
}
