import type { DomainEvent } from '@waypost/contracts';
import type { Outcome, PaymentRecord, Step } from '../domain/payment.ts';
import type { Payments } from '../ports.ts';

/** A step whose write is done: the answer, or the stored record to ask the provider with. */
export type Taken<Result, Asked> =
  | { readonly do: 'answer'; readonly result: Result }
  | { readonly do: 'ask'; readonly record: Asked; readonly isRepeated: boolean };

/** Writes what a step has to write before anything else. */
export async function take<Result, Asked extends PaymentRecord>(
  payments: Payments,
  step: Step<Result, Asked>,
): Promise<Taken<Result, Asked> | 'changed'> {
  if (step.do === 'answer') {
    const written = step.write && (await payments.keep(step.write, step.events));
    return written === 'changed' ? 'changed' : { do: 'answer', result: step.result };
  }
  const record = step.writeFirst ? await payments.keep(step.record) : step.record;
  return record === 'changed' ? 'changed' : { do: 'ask', record, isRepeated: !step.writeFirst };
}

/** Writes what a finished command leaves behind. */
export async function finish<Result>(
  payments: Payments,
  { record, events, result }: Outcome<Result, DomainEvent>,
): Promise<Result | 'changed'> {
  return (await payments.keep(record, events)) === 'changed' ? 'changed' : result;
}
