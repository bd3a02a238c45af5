import { authorizationKey, isOrderId, type PayableId } from '@waypost/contracts';
import { PermanentError } from '@waypost/service-kit';
import type Stripe from 'stripe';
import type { Authorization } from '../domain/authorize.ts';
import type { Charge, IntentState, PaymentProvider } from '../ports.ts';
import {
  declineCodeOf,
  exceedsAmountLeft,
  fail,
  isAlreadyRefunded,
  isKeyUsed,
  isUnexpectedState,
} from './stripe-errors.ts';

/** One effect a payment and step, whichever attempt asks: https://docs.stripe.com/api/idempotent_requests */
const key = (payableId: PayableId, step: 'capture' | 'void' | 'refund') => ({
  idempotencyKey: `${payableId}-${step}`,
});
const keyToAuthorize = (payableId: PayableId) => ({ idempotencyKey: authorizationKey(payableId) });

/** The payment provider behind Stripe's API. */
export function stripeProvider(stripe: Stripe): PaymentProvider {
  const stateOf = async (intentId: string): Promise<IntentState> => {
    const { status } = await stripe.paymentIntents.retrieve(intentId).catch(fail);
    if (status === 'succeeded') return 'taken';
    // An intent that the shopper may still authenticate is as good as held: it has to be cancelled too.
    return status === 'requires_capture' || status === 'requires_action' ? 'held' : 'released';
  };

  return {
    authorize: (charge) => authorize(stripe, charge),
    preventAuthorization: (charge) => preventAuthorization(stripe, charge),
    stateOf,
    capture: async (payableId, intentId) => {
      try {
        await stripe.paymentIntents.capture(intentId, {}, key(payableId, 'capture'));
        return { outcome: 'captured' };
      } catch (error) {
        const code = declineCodeOf(error);
        if (code !== undefined) return { outcome: 'declined', code };
        if (!isUnexpectedState(error)) return fail(error);
        // Captured already, and the response was lost; or released since.
        return { outcome: (await stateOf(intentId)) === 'taken' ? 'captured' : 'released' };
      }
    },
    cancel: (payableId, intentId) =>
      stripe.paymentIntents.cancel(intentId, {}, key(payableId, 'void')).then(
        () => 'done',
        (error: unknown) => (isUnexpectedState(error) ? 'changed' : fail(error)),
      ),
    refund: async (payableId, intentId, part) => {
      const request = {
        payment_intent: intentId,
        ...(part && { amount: part.amount.amount, metadata: { returnId: part.returnId } }),
      };
      // The provider returns a stored rejection for a day, so a smaller refund and a further attempt have a key of their own.
      const once = part
        ? { idempotencyKey: `${part.returnId}-${part.attempt}-${part.amount.amount}` }
        : key(payableId, 'refund');
      try {
        await stripe.refunds.create(request, once);
        return 'accepted';
      } catch (error) {
        if (part && exceedsAmountLeft(error)) return 'exceeds_amount_left';
        return isAlreadyRefunded(error) ? 'accepted' : fail(error);
      }
    },
    refundsOf: async (intentId) => {
      const refunds = [];
      try {
        for await (const { amount, metadata, status } of stripe.refunds.list({
          payment_intent: intentId,
          limit: 100,
        })) {
          if (status === 'failed' || status === 'canceled') continue;
          refunds.push({ amount, ...(metadata?.['returnId'] && { returnId: metadata['returnId'] }) });
        }
        return refunds;
      } catch (error) {
        return fail(error);
      }
    },
  };
}

async function authorize(stripe: Stripe, charge: Charge): Promise<Authorization | { readonly outcome: 'prevented' }> {
  const { payableId, paymentMethod, returnUrl } = charge;
  try {
    const { id, status, next_action } = await stripe.paymentIntents.create(
      {
        ...intentOf(charge),
        payment_method: paymentMethod,
        confirm: true,
        ...(returnUrl && { return_url: returnUrl }),
      },
      keyToAuthorize(payableId),
    );
    if (status === 'requires_capture') return { outcome: 'authorized', intentId: id };
    const nextActionUrl = next_action?.redirect_to_url?.url;
    if (status === 'requires_action' && nextActionUrl)
      return { outcome: 'authentication_required', intentId: id, nextActionUrl };
    // A shopper who can be sent nowhere can't authenticate.
    if (status === 'requires_action') return { outcome: 'declined', code: 'authentication_required' };
    throw new PermanentError(`An authorization ended in the status ${status}`);
  } catch (error) {
    const code = declineCodeOf(error);
    if (code !== undefined) return { outcome: 'declined', code };
    if (isKeyUsed(error)) return { outcome: 'prevented' };
    return error instanceof PermanentError ? Promise.reject(error) : fail(error);
  }
}

/**
 * Uses the idempotency key of the authorization for an intent that holds nothing. If the key was used, the
 * authorization came first: repeating it returns its result. Otherwise it can't happen any more.
 */
async function preventAuthorization(
  stripe: Stripe,
  charge: Charge,
): ReturnType<PaymentProvider['preventAuthorization']> {
  try {
    const { id } = await stripe.paymentIntents.create(intentOf(charge), keyToAuthorize(charge.payableId));
    await stripe.paymentIntents.cancel(id, {}, key(charge.payableId, 'void')).catch((error: unknown) => {
      if (!isUnexpectedState(error)) fail(error);
    });
    return { outcome: 'prevented' };
  } catch (error) {
    const code = declineCodeOf(error);
    if (code !== undefined) return { outcome: 'declined', code };
    return isKeyUsed(error) ? authorize(stripe, charge) : fail(error);
  }
}

/** The shopper is sent to another page only if there is one to come back to. */
function intentOf({ payableId, amount, returnUrl }: Charge): Stripe.PaymentIntentCreateParams {
  return {
    amount: amount.amount,
    currency: amount.currency.toLowerCase(),
    capture_method: 'manual',
    automatic_payment_methods: { enabled: true, allow_redirects: returnUrl ? 'always' : 'never' },
    metadata: isOrderId(payableId) ? { orderId: payableId } : { bookingId: payableId },
  };
}
