/** `node examples/pour-tea.ts`: a function of the kit, from contract to answer, without any cloud. */
import { defineCommand, defineEvent } from '@waypost/contracts';
import { commandFunction, outbox } from '@waypost/service-kit';
import * as z from 'zod';

const PourTea = defineCommand({
  owner: 'kitchen',
  name: 'pour-tea',
  version: 1,
  request: z.object({ cup: z.string() }),
  result: z.object({ outcome: z.enum(['poured', 'pot_empty']) }),
});
const TeaPoured = defineEvent({
  owner: 'kitchen',
  name: 'TeaPoured',
  version: 1,
  schema: z.object({ cup: z.string() }),
});

// The adapter: one write carries the state and the events that it caused.
const table = new Map<string, { full: boolean; outbox: string }>();

export const handler = commandFunction(PourTea, async ({ cup }, context) => {
  table.set(cup, { full: true, outbox: outbox([TeaPoured.build(cup, { cup })], context) });
  return { outcome: 'poured' as const };
});

const metadata = { correlationId: 'breakfast-1', causationId: 'me' };
export const result = await handler({ metadata, data: { cup: 'blue' } });
console.log(result, table.get('blue'));

// An invalid command is rejected with an error name that workflows match.
export const rejection: unknown = await handler({ metadata, data: {} }).catch((error: unknown) => error);
console.log(String(rejection));
