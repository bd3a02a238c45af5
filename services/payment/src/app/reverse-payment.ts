import type { ReversePaymentRequest, ReversePaymentResult } from '@waypost/contracts';
import { retryOnConflict, TransientError } from '@waypost/service-kit';
import type { ReversalBegun } from '../domain/payment.ts';
import { beginReversal, recordReversal, type ReversalOutcome } from '../domain/reversal.ts';
import type { PaymentProvider, Ports } from '../ports.ts';
import { finish, take } from './steps.ts';

/** Maximum number of reads of the provider's state, if it changes between reading and acting. */
const TRIES = 3;

/**
 * Voids or refunds a payment, also one that is about to be authorized. The tombstone is written first; then the
 * provider's state decides between void and refund.
 */
export async function reversePayment(
  { payments, provider, now }: Ports,
  request: ReversePaymentRequest,
): Promise<ReversePaymentResult> {
  return retryOnConflict(async () => {
    const step = await take(payments, beginReversal(await payments.of(request.payableId), request));
    if (step === 'changed') return 'changed';
    if (step.do === 'answer') return step.result;
    return finish(payments, recordReversal(step.record, await reverseAtProvider(provider, step.record), now));
  });
}

async function reverseAtProvider(
  provider: PaymentProvider,
  { payableId, payment }: ReversalBegun,
): Promise<ReversalOutcome> {
  const intentId = 'intentId' in payment ? payment.intentId : undefined;
  if (intentId !== undefined) return release(provider, payableId, intentId);
  const { amount, paymentMethod, returnUrl } = payment;
  const published = await provider.preventAuthorization({ payableId, amount, paymentMethod, returnUrl });
  return 'intentId' in published ? release(provider, payableId, published.intentId) : published;
}

async function release(
  provider: PaymentProvider,
  payableId: ReversalBegun['payableId'],
  intentId: string,
): Promise<ReversalOutcome> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    switch (await provider.stateOf(intentId)) {
      case 'released':
        return { outcome: 'voided', intentId };
      case 'taken':
        await provider.refund(payableId, intentId);
        return { outcome: 'refunded', intentId };
      case 'held':
        if ((await provider.cancel(payableId, intentId)) === 'done') return { outcome: 'voided', intentId };
    }
  }
  throw new TransientError('The provider keeps changing this intent');
}
