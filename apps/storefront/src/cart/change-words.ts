import type { CartLine } from '../api/shop.ts';
import { formatMoney } from '../money.ts';

/** What changed of a line since its shopper looked, in the words of the shop. */
export function changeWords({ changes, previousPrice, unitPrice, available = 0 }: CartLine): readonly string[] {
  return changes.map((change) => {
    switch (change) {
      case 'price_changed':
        return previousPrice
          ? `It was ${formatMoney(previousPrice)} when you saw it, and is ${formatMoney(unitPrice)} now.`
          : `It is ${formatMoney(unitPrice)} now.`;
      case 'sold_out':
        return 'It is sold out. Take it out: an order with it would be cancelled.';
      case 'limited_stock':
        return `We have only ${available} of it. An order for more would be cancelled.`;
    }
  });
}
