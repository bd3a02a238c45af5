import { createIntent, type IntentToCreate } from '../src/domain/payments/create-intent.ts';
import type { Decision, PaymentIntent } from '../src/domain/payments/payment-intent.ts';

export const NOW = '2026-05-04T09:30:00.000Z';

/** An intent as the shop asks for it; give what matters. */
export function requestedIntent(given: Partial<IntentToCreate> = {}): IntentToCreate {
  return {
    amount: 24900,
    currency: 'eur',
    captureMethod: 'manual',
    confirm: true,
    paymentMethod: 'pm_card_visa',
    metadata: { orderId: 'ord_1' },
    authentication: null,
    declines: false,
    ...given,
  };
}

/** The intent that a decision leaves. */
export function intentOf(decision: Decision): PaymentIntent {
  if (!decision.intent) throw new Error('This decision changes no intent');
  return decision.intent;
}

/** An intent that was created just so. */
export function anIntent(given: Partial<IntentToCreate> = {}): PaymentIntent {
  return intentOf(createIntent(requestedIntent(given), { intent: 'pi_1', charge: 'ch_1' }, NOW));
}

/** One whose shopper has to authenticate. */
export function waitingIntent(returnUrl: string | null = 'https://shop.example/orders/ord_1'): PaymentIntent {
  const authentication = { url: 'https://shop.example/api/sandbox/authenticate/pi_1', returnUrl };
  return anIntent({ paymentMethod: 'pm_card_authenticationRequired', authentication });
}

/** Ids that count. */
export function countedIds(): (prefix: string) => string {
  let last = 0;
  return (prefix) => `${prefix}${(last += 1)}`;
}
