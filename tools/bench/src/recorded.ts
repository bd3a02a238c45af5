import * as z from 'zod';
import type { Use } from './order-cost.ts';
import { sharesOf } from './parts.ts';
import type { PriceName } from './prices.ts';

const Capacity = z.object({ principal: z.string(), capacityOf: z.string(), units: z.number() });
const Decided = z.object({ principal: z.string(), action: z.string(), by: z.string(), decision: z.string() });

export interface Recorded {
  readonly capacity: readonly z.infer<typeof Capacity>[];
  readonly calls: readonly z.infer<typeof Decided>[];
}

/** Reads what the engine recorded: calls that were decided on, and the capacity that calls of DynamoDB consumed. */
export function readRecorded(lines: readonly string[]): Recorded {
  const entries = lines.map((line): unknown => JSON.parse(line));
  const matching = <Schema extends z.ZodType>(schema: Schema) =>
    entries.flatMap((entry) => {
      const { data } = schema.safeParse(entry);
      return data === undefined ? [] : [data];
    });
  return { capacity: matching(Capacity), calls: matching(Decided) };
}

const READS = new Set(['GetItem', 'BatchGetItem', 'Query', 'Scan', 'TransactGetItems']);
const ROLE = /^waypost-local-([a-z]+)-([a-z]+?)(?:Role|$)/;

/** The service and the function or workflow (in one word) whose role a name is; undefined for people and tools. */
export function ownerOf(principal: string): { readonly service: string; readonly worker: string } | undefined {
  const [, service, worker] = ROLE.exec(principal) ?? [];
  return service === undefined || worker === undefined ? undefined : { service, worker };
}

/** The world outside isn't the shop's to pay. */
const OUTSIDE = 'sandbox';
/** Functions that only a reading shopper causes. */
const LOOKS = 'getorder';
/** Functions that run on a schedule. */
const CLOCKED = new Set(['sweeporders', 'expirereservations']);
/** A message of a queue is sent, received and deleted; that several may share a request is left to the good side. */
export const REQUESTS_OF_MESSAGE = 3;

/**
 * Usage of one order, from the recorded calls of several. Calls of people and tools don't count. `events` are the types
 * of the events published during the recording.
 */
export function usesOf({ capacity, calls }: Recorded, orders: number, events: readonly string[]): readonly Use[] {
  const use = (price: PriceName, principal: string, amount: number): Use[] => {
    const owner = ownerOf(principal);
    if (!owner || owner.service === OUTSIDE || owner.worker === LOOKS || CLOCKED.has(owner.worker)) return [];
    return sharesOf(owner.service, owner.worker, events).map(([part, share]) => ({
      price,
      amount: (share * amount) / orders,
      by: owner.service,
      part,
    }));
  };
  return [
    ...capacity.flatMap(({ principal, capacityOf, units }) =>
      use(READS.has(capacityOf) ? 'readUnit' : 'writeUnit', principal, units),
    ),
    ...calls
      .filter(({ action, decision }) => action === 'states:StartSyncExecution' && decision === 'Allow')
      .flatMap(({ principal }) => use('expressExecution', principal, 1)),
    ...calls
      .filter(({ action, by, decision }) => action === 'sqs:SendMessage' && by === 'sdk' && decision === 'Allow')
      .flatMap(({ principal }) => use('queueRequest', principal, REQUESTS_OF_MESSAGE)),
  ];
}

/** AWS calls per order of each function, by `service/function`. */
export function callsByFunction({ calls }: Recorded, orders: number): ReadonlyMap<string, number> {
  const made = new Map<string, number>();
  for (const { principal, by } of calls) {
    const owner = ownerOf(principal);
    if (!owner || by !== 'sdk') continue;
    const name = `${owner.service}/${owner.worker}`;
    made.set(name, (made.get(name) ?? 0) + 1 / orders);
  }
  return made;
}
