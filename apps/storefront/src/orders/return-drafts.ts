import type { ReturnedLine } from '../api/shop.ts';

/** Draft of a return, with the idempotency key that it is sent with. */
export interface ReturnDraft {
  readonly key: string;
  readonly quantities: Readonly<Record<string, number>>;
}

/** Drafts of returns of this tab. A draft that was sent without a response is restored after a reload, with its key. */
export interface ReturnDrafts {
  find(orderId: string): ReturnDraft | undefined;
  keep(orderId: string, draft: ReturnDraft): void;
  forget(orderId: string): void;
}

/** Stores drafts in the tab's session storage. Invalid content counts as no draft. */
export function createReturnDrafts(storage: Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>): ReturnDrafts {
  const keyOf = (orderId: string) => `waypost.return.${orderId}`;
  return {
    find: (orderId) => parsed(storage.getItem(keyOf(orderId))),
    keep: (orderId, draft) => storage.setItem(keyOf(orderId), JSON.stringify(draft)),
    forget: (orderId) => storage.removeItem(keyOf(orderId)),
  };
}

/** Returns the lines with a quantity, sorted, since the same idempotency key requires the same body. */
export const linesOf = ({ quantities }: Pick<ReturnDraft, 'quantities'>): readonly ReturnedLine[] =>
  Object.entries(quantities)
    .filter(([, quantity]) => quantity > 0)
    .map(([sku, quantity]) => ({ sku, quantity }))
    .toSorted((a, b) => a.sku.localeCompare(b.sku, 'en'));

function parsed(kept: string | null): ReturnDraft | undefined {
  try {
    const draft: unknown = JSON.parse(kept ?? 'null');
    return isDraft(draft) ? draft : undefined;
  } catch {
    return undefined;
  }
}

const isDraft = (value: unknown): value is ReturnDraft =>
  typeof value === 'object' &&
  value !== null &&
  'key' in value &&
  typeof value.key === 'string' &&
  'quantities' in value &&
  typeof value.quantities === 'object' &&
  value.quantities !== null &&
  Object.values(value.quantities).every((quantity) => Number.isSafeInteger(quantity));
