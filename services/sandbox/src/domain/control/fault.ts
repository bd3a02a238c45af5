import type { Fault } from '@waypost/contracts';

export type FaultOperation = Fault['operation'];
export type FaultName = Fault['fault'];

const ANYWHERE = ['slow', 'error', 'lost_answer'] as const;
const REFUSABLE = [...ANYWHERE, 'decline'] as const;

type FaultsOf = Readonly<Partial<Record<FaultOperation, readonly FaultName[]>>>;

const WEBHOOK = [...ANYWHERE, 'duplicate_webhook', 'reorder_webhooks'] as const;

/** Faults by operation: only requests can be declined, and only webhooks can be duplicated or reordered. */
const FAULTS: Readonly<Record<Fault['provider'], FaultsOf>> = {
  payment: {
    authorize: REFUSABLE,
    retrieve: ANYWHERE,
    capture: REFUSABLE,
    cancel: REFUSABLE,
    refund: REFUSABLE,
    webhook: WEBHOOK,
  },
  carrier: { book: ANYWHERE, recall: ANYWHERE, webhook: WEBHOOK },
  airline: { reserve: REFUSABLE, cancel: REFUSABLE },
  hotel: { reserve: REFUSABLE, cancel: REFUSABLE },
};

/** Why a fault makes no sense for an operation; nothing if it does. */
export function objectionTo({ provider, operation, fault }: Omit<Fault, 'times'>): string | undefined {
  const possible = FAULTS[provider][operation];
  if (!possible) return `The ${provider} provider has no operation ${operation}`;
  return possible.includes(fault) ? undefined : `For ${operation} it is one of ${possible.join(', ')}`;
}

/** Delay of a late webhook in seconds, so that the webhook of a later change arrives first. */
const LATE = 5;
/** In seconds: when the provider tries again what was not taken. */
const AGAIN = 10;

/** When a webhook is sent, in seconds from now, once for each entry. */
export function deliveriesOf(fault: FaultName | undefined): readonly number[] {
  switch (fault) {
    case 'slow':
    case 'reorder_webhooks':
      return [LATE];
    case 'error':
      return [AGAIN];
    // It arrived, but the provider never heard so.
    case 'lost_answer':
      return [0, AGAIN];
    case 'duplicate_webhook':
      return [0, 0];
    case 'decline':
    case undefined:
      return [0];
  }
}
