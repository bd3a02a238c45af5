import type { PayableId, ReturnId } from '@waypost/contracts';
import type { Charge, PaymentProvider } from '../src/ports.ts';

/** A payment as the provider stores it. */
export interface Intent {
  readonly id: string;
  readonly payableId: PayableId;
  /** In minor units. */
  readonly amount: number;
  readonly paymentMethod: string;
  state: 'held' | 'taken' | 'released' | 'unconfirmed' | 'unauthenticated';
  /** Refunds of returns, in minor units. */
  readonly parts: Map<ReturnId, number>;
  /** Total of an operator's refunds in the dashboard, in minor units. */
  refundedInDashboard: number;
  /** Number of captures, and of refunds of the whole payment. */
  captures: number;
  refunds: number;
}

/** Total that was refunded in parts, in minor units. */
export const refundedOf = ({ parts, refundedInDashboard }: Intent): number =>
  [...parts.values()].reduce((sum, amount) => sum + amount, refundedInDashboard);

/** Decides whether a card is declined at a step, and with which code. */
export type Judge = (
  step: 'authorize' | 'capture',
  of: Pick<Intent, 'payableId' | 'paymentMethod'>,
) => string | undefined;

/** Decides whether the bank requires authentication. */
export type Bank = (of: Pick<Intent, 'payableId' | 'paymentMethod'>) => boolean;

/** Result that the provider stores for an idempotency key. */
type Remembered = Awaited<ReturnType<PaymentProvider['authorize']>>;

/** A provider that remembers keys as the real one does, with books of its own. */
export function providerInMemory(
  judge: Judge = () => undefined,
  bank: Bank = () => false,
): {
  readonly provider: PaymentProvider;
  readonly intents: readonly Intent[];
  /** A shopper authenticates at the bank. Returns whether the intent waited for it. */
  readonly authenticate: (intentId: string, outcome: 'authorized' | 'declined') => boolean;
} {
  const intents: Intent[] = [];
  const remembered = new Map<PayableId, Remembered>();
  const declinedCaptures = new Map<PayableId, string>();

  const find = (id: string): Intent => {
    const intent = intents.find((each) => each.id === id);
    if (!intent) throw new Error(`No such intent: ${id}`);
    return intent;
  };
  const create = ({ payableId, amount: { amount }, paymentMethod }: Charge, state: Intent['state']): Intent => {
    const id = `pi_${intents.length + 1}`;
    const intent: Intent = {
      id,
      payableId,
      amount,
      paymentMethod,
      state,
      captures: 0,
      refunds: 0,
      parts: new Map(),
      refundedInDashboard: 0,
    };
    intents.push(intent);
    return intent;
  };
  const authorizeOnce = (charge: Charge): Remembered => {
    const code = judge('authorize', charge);
    if (code !== undefined) return { outcome: 'declined', code };
    if (!bank(charge)) return { outcome: 'authorized', intentId: create(charge, 'held').id };
    const { id } = create(charge, 'unauthenticated');
    const nextActionUrl = `https://bank.example/authenticate/${id}`;
    return { outcome: 'authentication_required', intentId: id, nextActionUrl };
  };
  const answerOnce = (charge: Charge, decide: (charge: Charge) => Remembered): Remembered => {
    const answer = remembered.get(charge.payableId) ?? decide(charge);
    remembered.set(charge.payableId, answer);
    return answer;
  };

  const provider: PaymentProvider = {
    authorize: async (charge) => answerOnce(charge, authorizeOnce),
    preventAuthorization: async (charge) =>
      answerOnce(charge, () => {
        create(charge, 'unconfirmed').state = 'released';
        return { outcome: 'prevented' };
      }),
    capture: async (payableId, id) => {
      const intent = find(id);
      const code = declinedCaptures.get(payableId) ?? (intent.state === 'held' ? judge('capture', intent) : undefined);
      if (code !== undefined) {
        declinedCaptures.set(payableId, code);
        return { outcome: 'declined', code };
      }
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
    refund: async (_, id, part) => {
      const intent = find(id);
      if (intent.state !== 'taken') throw new Error('Nothing to refund');
      if (!part) {
        intent.refunds = 1;
        return 'accepted';
      }
      const known = intent.parts.get(part.returnId);
      if (known === undefined && part.amount.amount > intent.amount - refundedOf(intent)) return 'exceeds_amount_left';
      intent.parts.set(part.returnId, known ?? part.amount.amount);
      return 'accepted';
    },
    refundsOf: async (id) => {
      const { parts, refundedInDashboard } = find(id);
      return [
        ...[...parts.entries()].map(([returnId, amount]) => ({ returnId, amount })),
        ...(refundedInDashboard > 0 ? [{ amount: refundedInDashboard }] : []),
      ];
    },
  };
  const authenticate = (id: string, outcome: 'authorized' | 'declined'): boolean => {
    const intent = find(id);
    if (intent.state !== 'unauthenticated') return false;
    intent.state = outcome === 'authorized' ? 'held' : 'released';
    return true;
  };
  return { provider, intents, authenticate };
}
