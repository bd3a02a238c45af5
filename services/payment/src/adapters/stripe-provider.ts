import type { OrderId } from '@waypost/contracts';
import { PermanentError } from '@waypost/service-kit';
import type Stripe from 'stripe';
import type { Authorization } from '../domain/authorize.ts';
import type { Charge, IntentState, PaymentProvider } from '../ports.ts';
import { declineCodeOf, fail, isAlreadyRefunded, isKeyUsed, isUnexpectedState } from './stripe-errors.ts';

/** One effect an order and step, whichever attempt asks: https://docs.stripe.com/api/idempotent_requests */
const key = (orderId: OrderId, step: 'authorize' | 'capture' | 'void' | 'refund') => ({
  idempotencyKey: `${orderId}-${step}`,
});

/** The payment provider behind Stripe's API. */
export function stripeProvider(stripe: Stripe): PaymentProvider {
  const stateOf = async (intentId: string): Promise<IntentState> => {
    const { status } = await stripe.paymentIntents.retrieve(intentId).catch(fail);
    if (status === 'succeeded') return 'taken';
    return status === 'requires_capture' ? 'held' : 'released';
  };

  return {
    authorize: (charge) => authorize(stripe, charge),
    forestall: (charge) => forestall(stripe, charge),
    stateOf,
    capture: async (orderId, intentId) => {
      try {
        await stripe.paymentIntents.capture(intentId, {}, key(orderId, 'capture'));
        return { outcome: 'captured' };
      } catch (error) {
        const code = declineCodeOf(error);
        if (code !== undefined) return { outcome: 'declined', code };
        if (!isUnexpectedState(error)) return fail(error);
        // Captured already, and the answer was lost; or released meanwhile.
        return { outcome: (await stateOf(intentId)) === 'taken' ? 'captured' : 'released' };
      }
    },
    cancel: (orderId, intentId) =>
      stripe.paymentIntents.cancel(intentId, {}, key(orderId, 'void')).then(
        () => 'done',
        (error: unknown) => (isUnexpectedState(error) ? 'changed' : fail(error)),
      ),
    refund: async (orderId, intentId) => {
      await stripe.refunds.create({ payment_intent: intentId }, key(orderId, 'refund')).catch((error: unknown) => {
        if (!isAlreadyRefunded(error)) fail(error);
      });
    },
  };
}

async function authorize(
  stripe: Stripe,
  { orderId, amount, paymentMethod }: Charge,
): Promise<Authorization | { readonly outcome: 'forestalled' }> {
  try {
    const { id, status } = await stripe.paymentIntents.create(
      { ...intentOf({ orderId, amount }), payment_method: paymentMethod, confirm: true },
      key(orderId, 'authorize'),
    );
    if (status === 'requires_capture') return { outcome: 'authorized', intentId: id };
    // A shopper who isn't there can't authenticate.
    if (status === 'requires_action') return { outcome: 'declined', code: 'authentication_required' };
    throw new PermanentError(`An authorization ended in the status ${status}`);
  } catch (error) {
    const code = declineCodeOf(error);
    if (code !== undefined) return { outcome: 'declined', code };
    if (isKeyUsed(error)) return { outcome: 'forestalled' };
    return error instanceof PermanentError ? Promise.reject(error) : fail(error);
  }
}

/**
 * Uses up the key of the authorization with an intent that can't hold anything. If that is refused, the authorization
 * came first: asked again, it is told as it was; and if not, it never will be.
 */
async function forestall(stripe: Stripe, charge: Charge): ReturnType<PaymentProvider['forestall']> {
  try {
    const { id } = await stripe.paymentIntents.create(intentOf(charge), key(charge.orderId, 'authorize'));
    await stripe.paymentIntents.cancel(id, {}, key(charge.orderId, 'void')).catch((error: unknown) => {
      if (!isUnexpectedState(error)) fail(error);
    });
    return { outcome: 'forestalled' };
  } catch (error) {
    const code = declineCodeOf(error);
    if (code !== undefined) return { outcome: 'declined', code };
    return isKeyUsed(error) ? authorize(stripe, charge) : fail(error);
  }
}

/** Confirmed here and now, so without payment methods that send the shopper elsewhere. */
function intentOf({ orderId, amount }: Pick<Charge, 'orderId' | 'amount'>): Stripe.PaymentIntentCreateParams {
  return {
    amount: amount.amount,
    currency: amount.currency.toLowerCase(),
    capture_method: 'manual',
    automatic_payment_methods: { enabled: true, allow_redirects: 'never' },
    metadata: { orderId },
  };
}
