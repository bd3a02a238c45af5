import { AuthorizePayment, CapturePayment, UndoPayment } from '@waypost/contracts';
import { commandFunction, type MessageContext } from '@waypost/service-kit';
import type { Consumer, Invocation, SimulatedFunction } from '@waypost/test-kit/simulation';
import { authorizePayment } from './src/app/authorize-payment.ts';
import { capturePayment } from './src/app/capture-payment.ts';
import { undoPayment } from './src/app/undo-payment.ts';
import type { PaymentProvider, Payments, Ports } from './src/ports.ts';
import { paymentsInMemory } from './test/payments-in-memory.ts';
import { type Intent, type Judge, providerInMemory } from './test/provider-in-memory.ts';

export type { Intent, PaymentProvider, Payments };

/** The service as a simulation runs it: its commands on records in memory and a provider with books of its own. */
export function paymentSimulation({
  judge,
  payments: wrapPayments = (payments) => payments,
  provider: wrapProvider = (provider) => provider,
}: {
  /** Whether the provider declines a charge, and with which code. */
  readonly judge: Judge;
  /** Swap in others, e.g. some with a bug. */
  readonly payments?: (payments: Payments) => Payments;
  readonly provider?: (provider: PaymentProvider, intents: readonly Intent[]) => PaymentProvider;
}) {
  const { payments, events, all } = paymentsInMemory();
  const { provider, intents } = providerInMemory(judge);
  const records = wrapPayments(payments);
  const outside = wrapProvider(provider, intents);
  const portsOf = ({ port }: Invocation, { now }: MessageContext): Ports => ({
    payments: port('payments', records),
    provider: port('provider', outside),
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
    [UndoPayment.name]: (payload, invocation) =>
      commandFunction(
        UndoPayment,
        (request, context) => undoPayment(portsOf(invocation, context), request),
        invocation,
      )(payload),
  };
  const consumers: readonly Consumer[] = [];
  return { functions, consumers, told: events, intents, records: all };
}
