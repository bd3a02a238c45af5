import { callPartner, type circuitBreaker, type PartnerRequest, TransientError } from '@waypost/service-kit';
import * as z from 'zod';
import type { Reserved } from '../ports.ts';

const NOT_FOUND = 404;
const Reservation = z.object({ outcome: z.enum(['reserved', 'full', 'cancelled']) });
const Cancellation = z.object({ outcome: z.enum(['cancelled', 'rejected']) });

/** Requests that the airline and the hotel share: offers, and reservations with the shop's idempotency keys. */
export function partner(who: string, guarded: ReturnType<typeof circuitBreaker>, url: () => Promise<string>) {
  const ask = (path: string, request: PartnerRequest, accepts?: readonly number[]) =>
    guarded(async () => callPartner(who, `${(await url()).replace(/\/$/, '')}${path}`, request, accepts));
  return {
    list: async <Item>(path: string, Answer: z.ZodType<{ items: Item[] }>): Promise<readonly Item[]> =>
      Answer.parse((await ask(path, { method: 'GET' })).json).items,

    find: async <Found>(path: string, Answer: z.ZodType<Found>): Promise<Found | undefined> => {
      const { status, json } = await ask(path, { method: 'GET' }, [NOT_FOUND]);
      return status === NOT_FOUND ? undefined : Answer.parse(json);
    },

    reserve: async (path: string, key: string, body: object): Promise<Reserved> => {
      const headers = { 'idempotency-key': key };
      return Reservation.parse((await ask(path, { method: 'POST', headers, body })).json).outcome;
    },

    /**
     * Cancels a reservation.
     *
     * @throws TransientError if the partner rejects it: a reservation has to be cancelled in the end.
     */
    cancel: async (path: string, key: string): Promise<void> => {
      const { outcome } = Cancellation.parse((await ask(path, { method: 'POST', body: { key } })).json);
      if (outcome === 'rejected') throw new TransientError(`${who} refuses to cancel ${key}`);
    },
  };
}
