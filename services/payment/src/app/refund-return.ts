import { retryOnConflict } from '@waypost/service-kit';
import { beginRefund, recordRefund, type RefundRequest, type RefundResult } from '../domain/refund.ts';
import type { Ports } from '../ports.ts';
import { finish, take } from './steps.ts';

/** Gives back what was paid for what the shopper sent back. Safe to repeat: the provider knows a return by its id. */
export function refundReturn(
  {
    payments,
    provider,
    now,
  }: Pick<Ports, 'payments' | 'now'> & {
    readonly provider: Pick<Ports['provider'], 'refund'>;
  },
  request: RefundRequest,
): Promise<RefundResult> {
  const { orderId, returnId, amount } = request;
  return retryOnConflict<RefundResult>(async () => {
    const step = await take(payments, beginRefund(await payments.of(orderId), request));
    if (step === 'changed') return 'changed';
    if (step.do === 'answer') return step.result;
    await provider.refund(orderId, step.record.payment.intentId, { returnId, amount });
    return finish(payments, recordRefund(step.record, returnId, now));
  });
}
