import { PermanentError, retryOnConflict } from '@waypost/service-kit';
import {
  beginRefund,
  recordFailedRefund,
  recordProviderRefunds,
  recordRefund,
  type RefundRequest,
  type RefundResult,
} from '../domain/refund.ts';
import type { Ports } from '../ports.ts';
import { finish, take } from './steps.ts';

type RefundPorts = Pick<Ports, 'payments' | 'now'> & {
  readonly provider: Pick<Ports['provider'], 'refund' | 'refundsOf'>;
};

/**
 * Refunds the price of the returned items, or what is left of the payment if that is less. Safe to repeat: a return is refunded once. A
 * refund that the provider rejects for good is recorded as failed, for an operator to settle.
 */
export function refundReturn({ payments, provider, now }: RefundPorts, request: RefundRequest): Promise<RefundResult> {
  const { orderId, returnId } = request;
  return retryOnConflict<RefundResult>(async () => {
    const step = await take(payments, beginRefund(await payments.of(orderId), request));
    if (step === 'changed') return 'changed';
    if (step.do === 'answer') return step.result;
    const { record } = step;
    const { intentId } = record.payment;
    const { amount = request.amount, attempt = 1 } =
      record.refunds?.find((refund) => refund.returnId === returnId) ?? {};
    // The provider remembers an idempotency key for a day at least; a dead letter may be redriven later than that.
    const isMade = step.isRepeated && (await provider.refundsOf(intentId)).some((made) => made.returnId === returnId);
    if (isMade) return finish(payments, recordRefund(record, returnId, now));
    try {
      if ((await provider.refund(orderId, intentId, { returnId, amount, attempt })) === 'accepted')
        return await finish(payments, recordRefund(record, returnId, now));
    } catch (error) {
      if (!(error instanceof PermanentError)) throw error;
      return finish(payments, recordFailedRefund(record, request, error.message));
    }
    const corrected = recordProviderRefunds(record, returnId, await provider.refundsOf(intentId), now);
    await payments.keep(corrected.record, corrected.events);
    return 'changed';
  });
}
