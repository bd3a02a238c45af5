import { paymentBooks } from '../adapters/payment-books.ts';
import { answerOnce } from '../app/answer-once.ts';
import { createIntent } from '../domain/create-intent.ts';
import { CreateParameters } from '../stripe-protocol/parameters.ts';
import { providerFunction } from '../stripe-protocol/provider-function.ts';

export const handler = providerFunction('createPaymentIntent', CreateParameters, (request, { now, newId }) => {
  const { parameters } = request;
  const asked = {
    amount: parameters.amount,
    currency: parameters.currency.toLowerCase(),
    captureMethod: parameters.capture_method === 'manual' ? 'manual' : 'automatic',
    confirm: parameters.confirm,
    paymentMethod: parameters.payment_method ?? null,
    metadata: parameters.metadata,
  } as const;
  const ids = { intent: newId('pi_'), charge: newId('ch_') };
  return answerOnce({ books: paymentBooks(), now }, request, () => createIntent(asked, ids, now));
});
