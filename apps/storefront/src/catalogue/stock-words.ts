import type { StockLevel } from '../api/shop.ts';

export interface StockWords {
  readonly tone: 'plenty' | 'few' | 'none';
  readonly text: string;
}

const few = 5;

/** Describes the available quantity. */
export function describeStock({ available, warehouses }: Pick<StockLevel, 'available' | 'warehouses'>): StockWords {
  if (available <= 0) return { tone: 'none', text: 'Sold out' };
  if (available === 1) return { tone: 'few', text: 'Only one left' };
  if (available <= few) return { tone: 'few', text: `Only ${available} left` };
  const from = warehouses.filter(({ onHand, reserved }) => onHand > reserved).map(({ warehouse }) => warehouse);
  return {
    tone: 'plenty',
    text: from.length > 1 ? 'In stock, north and south' : `In stock in the ${from.join('')} warehouse`,
  };
}
