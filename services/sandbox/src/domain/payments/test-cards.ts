import type { ProviderError } from './provider-error.ts';

/** Behavior of a test card when it is charged. */
export type CardBehaviour =
  { readonly does: 'approve' | 'ask_for_authentication' } | { readonly does: 'decline'; readonly error: ProviderError };

/** Decline without a specific reason. */
export const GENERIC_DECLINE: ProviderError = {
  status: 402,
  type: 'card_error',
  code: 'card_declined',
  declineCode: 'generic_decline',
  message: 'Your card was declined.',
};

const declines = (code: string, message: string, declineCode?: string): CardBehaviour => ({
  does: 'decline',
  error: { status: 402, type: 'card_error', code, message, ...(declineCode && { declineCode }) },
});

/** The charge succeeds and is disputed, so that it can't be refunded: https://docs.stripe.com/testing#disputes */
export const DISPUTED_CARD = 'pm_card_createDispute';

/** The provider's test payment methods that the shop knows: https://docs.stripe.com/testing. */
const TEST_CARDS: ReadonlyMap<string, CardBehaviour> = new Map([
  ['pm_card_visa', { does: 'approve' }],
  [DISPUTED_CARD, { does: 'approve' }],
  ['pm_card_authenticationRequired', { does: 'ask_for_authentication' }],
  ['pm_card_visa_chargeDeclined', { does: 'decline', error: GENERIC_DECLINE }],
  [
    'pm_card_visa_chargeDeclinedInsufficientFunds',
    declines('card_declined', 'Your card has insufficient funds.', 'insufficient_funds'),
  ],
  [
    'pm_card_chargeDeclinedProcessingError',
    declines('processing_error', 'An error occurred while processing your card. Try again in a little bit.'),
  ],
]);

/** Behavior of a payment method's card; undefined for an unknown payment method. */
export function behaviourOf(paymentMethod: string): CardBehaviour | undefined {
  return TEST_CARDS.get(paymentMethod);
}
