import type { OrderId } from '../shared/ids.ts';

/** A request of the first version in the words of the second: what is paid for was always an order then. */
export const payableOf = <Request extends { readonly orderId: OrderId }>({
  orderId,
  ...request
}: Request): Omit<Request, 'orderId'> & { readonly payableId: OrderId } => ({ ...request, payableId: orderId });
