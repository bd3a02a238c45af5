/** Which orders this tab asked to cancel: the API says what an order is, not what was asked of it. */
export interface CancellationRequests {
  has(orderId: string): boolean;
  add(orderId: string): void;
}

/** Kept in the tab's storage, so that the page still knows after a reload. */
export function createCancellationRequests(storage: Pick<Storage, 'getItem' | 'setItem'>): CancellationRequests {
  const keyOf = (orderId: string) => `waypost.cancellation.${orderId}`;
  return {
    has: (orderId) => storage.getItem(keyOf(orderId)) !== null,
    add: (orderId) => storage.setItem(keyOf(orderId), 'requested'),
  };
}
