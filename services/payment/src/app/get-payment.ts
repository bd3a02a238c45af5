import { OrderId, type Payment, type ShopperId } from '@waypost/contracts';
import { ProblemError } from '@waypost/service-kit';
import type { Payments } from '../ports.ts';

/**
 * The payment of one of the shopper's own orders.
 *
 * @throws ProblemError 404 where there is none, and for another shopper's, which one can't tell apart.
 */
export async function getPayment(
  { payments }: { readonly payments: Pick<Payments, 'of'> },
  shopperId: ShopperId,
  id: string,
): Promise<Payment> {
  const orderId = OrderId.safeParse(id);
  const payment = orderId.success ? (await payments.of(orderId.data))?.payment : undefined;
  if (!orderId.success || payment?.shopperId !== shopperId) {
    throw new ProblemError('not-found', `The payment ${id} doesn't exist.`);
  }
  const { status, amount, history } = payment;
  return { orderId: orderId.data, status, amount, history: [...history] };
}
