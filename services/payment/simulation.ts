import {
  AuthorizePayment,
  CapturePayment,
  type DomainEvent,
  PaymentProviderReported,
  ReversePayment,
} from '@waypost/contracts';
import { commandFunction, eventFunction, type MessageContext } from '@waypost/service-kit';
import type { Consumer, Invocation, SimulatedFunction } from '@waypost/test-kit/simulation';
import { authorizePayment } from './src/app/authorize-payment.ts';
import { capturePayment } from './src/app/capture-payment.ts';
import { recordAuthentication } from './src/app/record-authentication.ts';
import { reversePayment } from './src/app/reverse-payment.ts';
import type { PaymentProvider, Payments, Ports } from './src/ports.ts';
import { paymentsInMemory } from './test/payments-in-memory.ts';
import { type Bank, type Intent, type Judge, providerInMemory } from './test/provider-in-memory.ts';

export type { Intent, PaymentProvider, Payments };

interface Outside {
  readonly deadLetters: (letter: { readonly reason: string }) => Promise<void>;
  /** Decides whether the provider declines a charge, and with which code. */
  readonly judge: Judge;
  /** Decides whether the bank requires authentication. */
  readonly bank: Bank;
  /** Swap in others, e.g. some with a bug. */
  readonly payments?: (payments: Payments) => Payments;
  readonly provider?: (provider: PaymentProvider, intents: readonly Intent[]) => PaymentProvider;
}

/** The service as a simulation runs it: its commands on records in memory and a provider with books of its own. */
export function paymentSimulation({
  deadLetters,
  judge,
  bank,
  payments: wrapPayments = (payments) => payments,
  provider: wrapProvider = (provider) => provider,
}: Outside) {
  const { payments, events, of } = paymentsInMemory();
  const { provider, intents, authenticate } = providerInMemory(judge, bank);
  const records = wrapPayments(payments);
  const outside = wrapProvider(provider, intents);
  const portsOf = ({ port }: Invocation, { now }: MessageContext): Ports => ({
    payments: port('payments', records),
    provider: port('provider', outside),
    returnUrl: async (payableId) => `https://shop.example/orders/${payableId}`,
    now,
  });

  const functions: Record<string, SimulatedFunction> = {
    [AuthorizePayment.name]: (payload, invocation) =>
      commandFunction(
        AuthorizePayment,
        (request, context) => authorizePayment(portsOf(invocation, context), request),
        invocation,
      )(payload),
    [CapturePayment.name]: (payload, invocation) =>
      commandFunction(
        CapturePayment,
        (request, context) => capturePayment(portsOf(invocation, context), request),
        invocation,
      )(payload),
    [ReversePayment.name]: (payload, invocation) =>
      commandFunction(
        ReversePayment,
        (request, context) => reversePayment(portsOf(invocation, context), request),
        invocation,
      )(payload),
  };
  const record: SimulatedFunction = (message, invocation) =>
    eventFunction(
      [PaymentProviderReported],
      async ({ data: { payableId, paymentIntentId: intentId, change, code } }, context) => {
        if (change !== 'authorized' && change !== 'failed') return;
        const authentication = { intentId, outcome: change === 'authorized' ? change : 'declined', code } as const;
        await recordAuthentication(portsOf(invocation, context), payableId, authentication);
      },
      { clock: invocation.clock, deadLetters },
    )(message);

  const consumers: readonly Consumer[] = [
    { name: 'record-authentication', events: [PaymentProviderReported.name], run: record },
  ];
  return { functions, consumers, published: events, intents, recordOf: of, ...bankOf(intents, authenticate) };
}

/** Authenticates payments, and reports the outcome like the provider. */
function bankOf(
  intents: readonly Intent[],
  authenticate: (intentId: string, outcome: 'authorized' | 'declined') => boolean,
) {
  const reported: DomainEvent[] = [];
  return {
    reported,
    /** A shopper authenticates on the page of the bank. The provider may or may not report it. */
    atTheBank: (url: string, outcome: 'authorized' | 'declined', isReported: () => boolean): void => {
      const intent = intents.find(({ id }) => url.endsWith(`/${id}`));
      if (!intent) throw new Error(`No payment has the page ${url}`);
      if (!authenticate(intent.id, outcome) || !isReported()) return;
      const change = outcome === 'authorized' ? 'authorized' : 'failed';
      const webhookId = `evt_${intent.id}`;
      const { payableId, id: paymentIntentId } = intent;
      reported.push(PaymentProviderReported.build(payableId, { webhookId, payableId, paymentIntentId, change }));
    },
  };
}
