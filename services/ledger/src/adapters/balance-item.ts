import { Currency } from '@waypost/contracts';
import { OUTBOX_ATTRIBUTE } from '@waypost/service-kit';
import * as z from 'zod';
import type { Entry } from '../domain/entry.ts';
import type { PaymentBalance } from '../domain/reconciliation.ts';

const Item = z.object({
  paymentIntentId: z.string(),
  currency: Currency,
  about: z.string().exactOptional(),
  booked: z.int().default(0),
  provided: z.int().default(0),
  statepk: z.enum(['open', 'agreed', 'differs']),
  since: z.string(),
  published: z.object({ booked: z.int(), provided: z.int() }).exactOptional(),
});

export const balanceKey = (paymentIntentId: string) => ({ pk: `payment#${paymentIntentId}`, sk: 'balance' });

export function balanceOfItem(item: unknown): PaymentBalance {
  const { statepk: state, ...balance } = Item.parse(item);
  return { ...balance, state };
}

/** Counts what moved of a payment on one side, and lets it be compared again. */
export function counted(
  TableName: string,
  side: 'booked' | 'provided',
  {
    paymentIntentId,
    amount,
    currency,
    about,
    at,
  }: Pick<PaymentBalance, 'paymentIntentId' | 'currency'> & {
    readonly amount: number;
    readonly about: string | undefined;
    readonly at: string;
  },
  /** Amount that the side must have before; undefined for any. */
  expected?: number,
) {
  const set = ['paymentIntentId = :id', 'currency = :currency', 'statepk = :open', 'statesk = :place', 'since = :at'];
  return {
    Update: {
      TableName,
      Key: balanceKey(paymentIntentId),
      // Never with the outbox of an earlier write, which was sent.
      UpdateExpression: `ADD ${side} :amount SET ${[...set, ...(about ? ['about = :about'] : [])].join(', ')} REMOVE ${OUTBOX_ATTRIBUTE}`,
      ExpressionAttributeValues: {
        ':amount': amount,
        ':id': paymentIntentId,
        ':currency': currency,
        ':open': 'open',
        ':place': `${at}#${paymentIntentId}`,
        ':at': at,
        ...(about && { ':about': about }),
        ...(expected !== undefined && { ':expected': expected }),
      },
      ...(expected !== undefined && {
        ConditionExpression: `${side} = :expected${expected === 0 ? ` OR attribute_not_exists(${side})` : ''}`,
      }),
    },
  };
}

/** The update that counts the payment of an entry in the same transaction. None for an entry without a payment. */
export function bookedBy(TableName: string, { payment, currency, about, at }: Entry, bookedBefore?: number) {
  if (!payment) return [];
  const { intentId: paymentIntentId, amount } = payment;
  return [counted(TableName, 'booked', { paymentIntentId, amount, currency, about: about.id, at }, bookedBefore)];
}
