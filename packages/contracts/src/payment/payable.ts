import type { OrderId } from '../shared/ids.ts';

/** Upcasts data of a first version, whose payments were always for orders. */
export const payableOf = <Request extends { readonly orderId: OrderId }>({
  orderId,
  ...request
}: Request): Omit<Request, 'orderId'> & { readonly payableId: OrderId } => ({ ...request, payableId: orderId });
