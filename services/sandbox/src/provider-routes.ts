import { defineRoute, type RouteContract } from '@waypost/contracts';
import * as z from 'zod';

/**
 * The routes of the payment provider's API that the shop uses, under the provider's own paths. They are the provider's
 * contract and not the shop's: an API key instead of a token, forms instead of JSON, and so not among the shop's contracts.
 */
const providerRoute = (operationId: string, method: 'GET' | 'POST', path: string, summary: string): RouteContract =>
  defineRoute({
    owner: 'sandbox',
    operationId,
    summary,
    method,
    path,
    access: 'open',
    ...(path.includes('{id}') && { parameters: z.object({ id: z.string() }) }),
    body: z.unknown(),
    response: z.unknown(),
  });

const INTENT = '/v1/payment_intents/{id}';

export const CreatePaymentIntent = providerRoute(
  'createPaymentIntent',
  'POST',
  '/v1/payment_intents',
  'Holds or takes money',
);
export const RetrievePaymentIntent = providerRoute('retrievePaymentIntent', 'GET', INTENT, 'What became of it');
export const CapturePaymentIntent = providerRoute(
  'capturePaymentIntent',
  'POST',
  `${INTENT}/capture`,
  'Takes what is held',
);
export const CancelPaymentIntent = providerRoute(
  'cancelPaymentIntent',
  'POST',
  `${INTENT}/cancel`,
  'Releases what is held',
);
export const CreateRefund = providerRoute('createRefund', 'POST', '/v1/refunds', 'Refunds a captured payment');

export const ListRefunds = providerRoute('listRefunds', 'GET', '/v1/refunds', 'Lists the refunds of a payment intent');

export const ListBalanceTransactions = providerRoute(
  'listBalanceTransactions',
  'GET',
  '/v1/balance_transactions',
  'What charges and refunds did to the balance',
);

/** Page of the bank and its form, as a shopper sees them. */
const AUTHENTICATION = '/sandbox/authenticate/{id}';

export const ShowAuthentication = providerRoute(
  'showAuthentication',
  'GET',
  AUTHENTICATION,
  'The page on which a shopper authenticates',
);
export const AnswerAuthentication = providerRoute(
  'answerAuthentication',
  'POST',
  AUTHENTICATION,
  'What the shopper answers there',
);
