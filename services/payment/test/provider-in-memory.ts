import type { PaymentProvider } from '../src/ports.ts';

type Intent = {
  id: string;
  state: 'held' | 'taken' | 'released' | 'unconfirmed' | 'unauthenticated';
  captures: number;
  refunds: number;
};

/** A provider that remembers keys as the real one does, for one order, with a card that approves or declines. */
export function providerInMemory(
  declines?: string,
  authenticates = false,
): {
  readonly provider: PaymentProvider;
  readonly intents: readonly Intent[];
  /** The shopper authenticates at the bank. */
  readonly authenticate: () => void;
} {
  const intents: Intent[] = [];
  let keyUsedBy: 'authorize' | 'forestall' | undefined;

  const find = (id: string): Intent => {
    const intent = intents.find((each) => each.id === id);
    if (!intent) throw new Error(`No such intent: ${id}`);
    return intent;
  };
  const create = (state: Intent['state']): Intent => {
    const intent = { id: `pi_${intents.length + 1}`, state, captures: 0, refunds: 0 };
    intents.push(intent);
    return intent;
  };
  const authorize: PaymentProvider['authorize'] = async () => {
    if (keyUsedBy === 'forestall') return { outcome: 'forestalled' };
    keyUsedBy = 'authorize';
    if (declines !== undefined) return { outcome: 'declined', code: declines };
    const { id, state } = intents[0] ?? create(authenticates ? 'unauthenticated' : 'held');
    return state === 'unauthenticated'
      ? { outcome: 'authentication_required', intentId: id, nextActionUrl: `https://bank.example/authenticate/${id}` }
      : { outcome: 'authorized', intentId: id };
  };

  const provider: PaymentProvider = {
    authorize,
    forestall: async (charge) => {
      if (keyUsedBy === 'authorize') return authorize(charge);
      if (keyUsedBy === undefined) create('unconfirmed').state = 'released';
      keyUsedBy = 'forestall';
      return { outcome: 'forestalled' };
    },
    capture: async (_, id) => {
      const intent = find(id);
      if (intent.state === 'held') {
        intent.state = 'taken';
        intent.captures += 1;
      }
      return { outcome: intent.state === 'taken' ? 'captured' : 'released' };
    },
    stateOf: async (id) => {
      const { state } = find(id);
      if (state === 'unauthenticated') return 'held';
      return state === 'unconfirmed' ? 'released' : state;
    },
    cancel: async (_, id) => {
      const intent = find(id);
      if (intent.state !== 'held' && intent.state !== 'unauthenticated') return 'changed';
      intent.state = 'released';
      return 'done';
    },
    refund: async (_, id) => {
      const intent = find(id);
      if (intent.state !== 'taken') throw new Error('Nothing to refund');
      if (intent.refunds === 0) intent.refunds = 1;
    },
  };
  const authenticate = () => {
    for (const intent of intents) if (intent.state === 'unauthenticated') intent.state = 'held';
  };
  return { provider, intents, authenticate };
}
