import { expect, it } from 'vitest';
import { TransientError } from '@waypost/service-kit';
import fc from 'fast-check';
import { authorization, now, orderId, returnUrl } from '../../test/builders.ts';
import { paymentsInMemory } from '../../test/payments-in-memory.ts';
import { providerInMemory } from '../../test/provider-in-memory.ts';
import type { Ports } from '../ports.ts';
import { authorizePayment } from './authorize-payment.ts';
import { capturePayment } from './capture-payment.ts';
import { reversePayment } from './reverse-payment.ts';

type Command = { readonly name: 'authorize' | 'capture' | 'reversal'; readonly attempt: number };

const command = fc.record({
  name: fc.constantFrom('authorize', 'authorize', 'capture', 'capture', 'reversal'),
  attempt: fc.constantFrom(1, 1, 1, 2, 3),
});
/** Commands that come one after the other, some of them at the same time. */
const histories = fc.array(fc.array(command, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 6 });
/** Which calls fail: before they have an effect, or after it, so that the answer is lost. */
const losses = fc.infiniteStream(fc.constantFrom('none', 'none', 'none', 'none', 'none', 'none', 'before', 'after'));

/** Ports whose every call waits for its turn in a random order, and of which some calls are lost. */
function unreliable({ payments, provider, ...rest }: Ports, scheduler: fc.Scheduler, lost: Iterator<string>): Ports {
  const call = async <Result>(effect: () => Promise<Result>): Promise<Result> => {
    await scheduler.schedule(Promise.resolve());
    const loss = lost.next().value;
    if (loss === 'before') throw new TransientError('It never arrived');
    const result = await effect();
    if (loss === 'after') throw new TransientError('Its answer was lost');
    return result;
  };
  return {
    ...rest,
    payments: {
      of: (id) => call(() => payments.of(id)),
      keep: (record, events) => call(() => payments.keep(record, events)),
    },
    provider: {
      authorize: (charge) => call(() => provider.authorize(charge)),
      preventAuthorization: (charge) => call(() => provider.preventAuthorization(charge)),
      capture: (order, intent) => call(() => provider.capture(order, intent)),
      stateOf: (intent) => call(() => provider.stateOf(intent)),
      cancel: (order, intent) => call(() => provider.cancel(order, intent)),
      refund: (order, intent, part) => call(() => provider.refund(order, intent, part)),
      refundsOf: (intent) => call(() => provider.refundsOf(intent)),
    },
  };
}

function run(ports: Ports, { name, attempt }: Command): Promise<{ readonly outcome: string }> {
  switch (name) {
    case 'authorize':
      return authorizePayment(ports, authorization({ attempt }));
    case 'capture':
      return capturePayment(ports, { payableId: orderId, attempt });
    case 'reversal':
      return reversePayment(ports, { payableId: orderId, attempt });
  }
}

type History = readonly (readonly Command[])[];

/** Plays a history, and gives what it left and what was answered. */
async function play(asked: History, scheduler: fc.Scheduler, lost: Iterator<string>, declines: string | undefined) {
  const { payments, events } = paymentsInMemory();
  const { provider, intents } = providerInMemory((step) => (step === 'authorize' ? declines : undefined));
  const reliable = { payments, provider, returnUrl, now };
  const ports = unreliable(reliable, scheduler, lost);
  const answers: string[] = [];
  for (const together of asked) {
    const running = together.map((each) =>
      run(ports, each).then(
        ({ outcome }) => void answers.push(`${each.name}: ${outcome}`),
        (error: unknown) => expect(error).toBeInstanceOf(TransientError),
      ),
    );
    await scheduler.waitFor(Promise.all(running));
  }
  return {
    ports: reliable,
    intents,
    names: () => events.map(({ name }) => name),
    captures: () => intents.reduce((sum, each) => sum + each.captures, 0),
    /** Outcomes of the reversals that returned one. */
    undone: () => answers.filter((answer) => /^reversal: (voided|refunded|nothing_authorized)$/.test(answer)),
  };
}

const anything = [
  histories,
  fc.scheduler(),
  losses,
  fc.option(fc.constant('card_declined'), { nil: undefined }),
] as const;

it('captures at most once and publishes each event at most once, in whichever order and however often commands arrive', async () => {
  await fc.assert(
    fc.asyncProperty(...anything, async (...given) => {
      const { captures, names } = await play(...given);
      expect(captures()).toBeLessThanOrEqual(1);
      expect(names().length).toBe(new Set(names()).size);
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('refunds everything when it is reversed, with events that balance', async () => {
  await fc.assert(
    fc.asyncProperty(...anything, async (...given) => {
      const { ports, intents, captures, names, undone } = await play(...given);
      const last = await reversePayment(ports, { payableId: orderId, attempt: 3 });
      expect(intents.every(({ state, refunds }) => state === 'released' || refunds === 1)).toBe(true);
      expect(new Set([...undone(), `reversal: ${last.outcome}`]).size).toBe(1);
      expect(names().includes('PaymentCaptured')).toBe(captures() === 1);
      expect(names().includes('PaymentReversed')).toBe(last.outcome !== 'nothing_authorized');
    }),
    { numRuns: 300 },
  );
}, 60_000);

it('authorizes and captures nothing any more once an reversal was answered', async () => {
  await fc.assert(
    fc.asyncProperty(...anything, async (...given) => {
      const { ports, intents, undone } = await play(...given);
      fc.pre(undone().length > 0);
      const before = JSON.stringify(intents);
      expect((await run(ports, { name: 'authorize', attempt: 3 })).outcome).toBe('rejected');
      expect((await run(ports, { name: 'capture', attempt: 3 })).outcome).toBe('rejected');
      await run(ports, { name: 'reversal', attempt: 3 });
      expect(JSON.stringify(intents)).toBe(before);
    }),
    { numRuns: 300 },
  );
}, 60_000);
