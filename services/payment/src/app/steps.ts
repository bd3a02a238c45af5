import type { DomainEvent } from '@waypost/contracts';
import type { Outcome, PaymentRecord, Step } from '../domain/payment.ts';
import type { Payments } from '../ports.ts';

/** A step whose write is done: the answer, or the stored record to ask the provider with. */
export type Taken<Result, Requested> =
  | { readonly do: 'answer'; readonly result: Result }
  | { readonly do: 'call'; readonly record: Requested; readonly isRepeated: boolean };

/** Writes what a step has to write before anything else. */
export async function take<Result, Requested extends PaymentRecord>(
  payments: Payments,
  step: Step<Result, Requested>,
): Promise<Taken<Result, Requested> | 'changed'> {
  if (step.do === 'answer') {
    const written = step.write && (await payments.keep(step.write, step.events));
    return written === 'changed' ? 'changed' : { do: 'answer', result: step.result };
  }
  const record = step.writeFirst ? await payments.keep(step.record) : step.record;
  return record === 'changed' ? 'changed' : { do: 'call', record, isRepeated: !step.writeFirst };
}

/** Writes what a finished command leaves behind. */
export async function finish<Result>(
  payments: Payments,
  { record, events, result }: Outcome<Result, DomainEvent>,
): Promise<Result | 'changed'> {
  return (await payments.keep(record, events)) === 'changed' ? 'changed' : result;
}
