import { authenticationUrl } from '../../adapters/authentication-address.ts';
import { faultTable } from '../../adapters/fault-table.ts';
import { paymentRecords } from '../../adapters/payment-records.ts';
import { answerOnce } from '../../app/answer-once.ts';
import { requiresAuthentication, createIntent } from '../../domain/payments/create-intent.ts';
import { CreateParameters } from '../../stripe-protocol/parameters.ts';
import { providerFunction } from '../../stripe-protocol/provider-function.ts';

export const handler = providerFunction(
  'createPaymentIntent',
  CreateParameters,
  async (request, context) => {
    const { parameters } = request;
    const { confirm, payment_method: paymentMethod = null, return_url: returnUrl = null } = parameters;
    const ids = { intent: context.newId('pi_'), charge: context.newId('ch_') };
    const asked = {
      amount: parameters.amount,
      currency: parameters.currency.toLowerCase(),
      captureMethod: parameters.capture_method === 'manual' ? 'manual' : 'automatic',
      confirm,
      paymentMethod,
      metadata: parameters.metadata,
      authentication: requiresAuthentication({ confirm, paymentMethod })
        ? { url: await authenticationUrl(ids.intent), returnUrl }
        : null,
      declines: context.declines,
    } as const;
    return answerOnce({ records: paymentRecords(), ...context }, request, () => createIntent(asked, ids, context.now));
  },
  { faults: faultTable('payment') },
);
