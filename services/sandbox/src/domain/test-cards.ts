import type { ProviderError } from './provider-error.ts';

/** What a test card does when it is charged. */
export type CardBehaviour = { readonly approves: true } | { readonly approves: false; readonly error: ProviderError };

const declined = (code: string, message: string, declineCode?: string): CardBehaviour => ({
  approves: false,
  error: { status: 402, type: 'card_error', code, message, ...(declineCode && { declineCode }) },
});

/** The provider's test payment methods that the shop knows: https://docs.stripe.com/testing#declined-payments. */
const TEST_CARDS: ReadonlyMap<string, CardBehaviour> = new Map([
  ['pm_card_visa', { approves: true }],
  ['pm_card_visa_chargeDeclined', declined('card_declined', 'Your card was declined.', 'generic_decline')],
  [
    'pm_card_visa_chargeDeclinedInsufficientFunds',
    declined('card_declined', 'Your card has insufficient funds.', 'insufficient_funds'),
  ],
  [
    'pm_card_chargeDeclinedProcessingError',
    declined('processing_error', 'An error occurred while processing your card. Try again in a little bit.'),
  ],
]);

/** How the card behind a payment method behaves; none for one that the provider doesn't know. */
export function behaviourOf(paymentMethod: string): CardBehaviour | undefined {
  return TEST_CARDS.get(paymentMethod);
}
