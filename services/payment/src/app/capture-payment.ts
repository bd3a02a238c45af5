import type { CapturePaymentRequest, CapturePaymentResult } from '@waypost/contracts';
import { beginCapture, recordCapture } from '../domain/capture.ts';
import { retryOnConflict } from '@waypost/service-kit';
import type { Ports } from '../ports.ts';
import { finish, take } from './steps.ts';

/** Takes the money that is held, once. The provider is the judge of a race with an undo. */
export async function capturePayment(
  { payments, provider, now }: Ports,
  request: CapturePaymentRequest,
): Promise<CapturePaymentResult> {
  const { payableId } = request;
  return retryOnConflict(async () => {
    const step = await take(payments, beginCapture(await payments.of(payableId), request));
    if (step === 'changed') return 'changed';
    if (step.do === 'answer') return step.result;

    const published = await provider.capture(payableId, step.record.payment.intentId);
    if (published.outcome === 'captured') return finish(payments, recordCapture(step.record, now));
    if (published.outcome === 'declined') return { outcome: 'declined', code: published.code };
    const undone = (await payments.of(payableId))?.reversal !== 'none';
    // The shop didn't release the authorization, so the provider did: an authorization expires after some days.
    return undone
      ? { outcome: 'rejected', reason: 'reversed' }
      : { outcome: 'declined', code: 'authorization_expired' };
  });
}
