import type { AuthorizePaymentRequest, AuthorizePaymentResult } from '@waypost/contracts';
import { retryOnConflict, PermanentError } from '@waypost/service-kit';
import { beginAuthorization, recordAuthorization } from '../domain/authorize.ts';
import type { Ports } from '../ports.ts';
import { finish, take } from './steps.ts';

/**
 * Holds the money of an order or a booking at the provider, once. What is about to be asked is written first, so that an undo knows of it;
 * asked again after a crash, the provider gives the same intent. A payment is taken for new until its first write is rejected.
 */
export async function authorizePayment(
  { payments, provider, returnUrl, now }: Ports,
  request: AuthorizePaymentRequest,
): Promise<AuthorizePaymentResult> {
  const { payableId } = request;
  return retryOnConflict(async (conflicts) => {
    const record = conflicts > 0 ? await payments.of(payableId) : undefined;
    // Only the first write keeps where the shopper comes back to.
    const firstReturnUrl = record ? undefined : await returnUrl(payableId);
    const step = await take(payments, beginAuthorization(record, { ...request, returnUrl: firstReturnUrl }, now));
    if (step === 'changed') return 'changed';
    if (step.do === 'answer') return step.result;

    const { amount, paymentMethod, returnUrl: back } = step.record.payment;
    const published = await provider.authorize({ payableId, amount, paymentMethod, returnUrl: back });
    if (published.outcome !== 'prevented') return finish(payments, recordAuthorization(step.record, published, now));
    const undone = (await payments.of(payableId))?.reversal !== 'none';
    if (undone) return { outcome: 'rejected', reason: 'reversed' };
    throw new PermanentError('The provider knows another authorization of this payment');
  });
}
