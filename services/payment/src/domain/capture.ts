import { type CapturePaymentRequest, type CapturePaymentResult, PaymentCaptured } from '@waypost/contracts';
import type { Alive, Outcome, Payment, PaymentRecord, Step } from './payment.ts';
import { withStatus } from './payment.ts';

type Authorized = Extract<Payment, { status: 'authorized' }>;

/** A record whose money is held and may be taken. */
export type Capturable = Omit<Alive, 'payment'> & { readonly payment: Authorized };

/** Decides whether to call the provider. */
export function beginCapture(
  record: PaymentRecord | undefined,
  { attempt }: CapturePaymentRequest,
): Step<CapturePaymentResult, Capturable> {
  if (!record) return rejected('not_authorized');
  if (record.reversal !== 'none') return rejected('reversed');
  if (attempt < record.attempt) return rejected('newer_attempt');

  const isNewer = attempt > record.attempt;
  const { payment, ...rest } = record;
  if (payment.status === 'captured') {
    return { do: 'answer', result: { outcome: 'captured' }, ...(isNewer && { write: { ...record, attempt } }) };
  }
  if (payment.status !== 'authorized') return rejected('not_authorized');
  // The attempt is raised before the money is taken, so that a late undo of an older one can't give it back.
  return {
    do: 'call',
    record: { ...rest, attempt, payment },
    writeFirst: isNewer,
  };
}

/** Records a capture with its event. */
export function recordCapture(
  { payment, ...record }: Capturable,
  now: string,
): Outcome<CapturePaymentResult, ReturnType<typeof PaymentCaptured.build>> {
  const { payableId } = record;
  const { intentId, amount, history } = payment;
  return {
    result: { outcome: 'captured' },
    record: { ...record, payment: { ...payment, status: 'captured', history: withStatus(history, 'captured', now) } },
    events: [PaymentCaptured.build(payableId, { payableId, paymentIntentId: intentId, amount })],
  };
}

function rejected(reason: 'reversed' | 'newer_attempt' | 'not_authorized'): Step<CapturePaymentResult, never> {
  return { do: 'answer', result: { outcome: 'rejected', reason } };
}
