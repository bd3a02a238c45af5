import { describe, expect, it } from 'vitest';
import { busEvent, clock, lettersInMemory, NOW, TeaPoured, TeaPouredInLitres } from '../test/messages.ts';
import { PermanentError, TransientError } from './errors.ts';
import { eventFunction, type EventHandler } from './event-function.ts';

function functionWith(handle: EventHandler<typeof TeaPoured>) {
  const { letters, deadLetters } = lettersInMemory();
  return { handler: eventFunction([TeaPoured], handle, { clock, deadLetters }), letters };
}

describe('an event that was asked for', () => {
  it('reaches the handler with what it caused by whom', async () => {
    const seen: unknown[] = [];
    const { handler } = functionWith((event, context) => {
      seen.push(event.data, context);
      return Promise.resolve();
    });
    await handler(busEvent());
    expect(seen).toEqual([
      { cup: 'blue', millilitres: 200 },
      { correlationId: 'correlation-1', causationId: '019df252-b5c0-7000-8000-000000000001', now: NOW },
    ]);
  });

  it('is thrown on when it may work later, so that Lambda tries again', async () => {
    const { handler, letters } = functionWith(() => Promise.reject(new TransientError('busy')));
    await expect(handler(busEvent())).rejects.toThrow('busy');
    const unexpected = functionWith(() => Promise.reject(new Error('who knows')));
    await expect(unexpected.handler(busEvent())).rejects.toThrow('who knows');
    expect([...letters, ...unexpected.letters]).toEqual([]);
  });

  it('goes whole to the dead letters when it never will', async () => {
    const { handler, letters } = functionWith(() => Promise.reject(new PermanentError('no such cup')));
    await handler(busEvent());
    expect(letters).toEqual([
      { body: JSON.stringify(busEvent()), reason: 'PermanentError: no such cup', correlationId: 'correlation-1' },
    ]);
  });
});

describe('an event that has two versions', () => {
  const read = async (message: unknown) => {
    const seen: unknown[] = [];
    const { letters, deadLetters } = lettersInMemory();
    const handler = eventFunction([TeaPouredInLitres], async ({ data }) => void seen.push(data), {
      clock,
      deadLetters,
    });
    await handler(message);
    return { seen, reasons: letters.map(({ reason }) => reason) };
  };

  it('reaches the handler in the current version, whichever version was published', async () => {
    const told = { cup: 'blue', litres: 0.2 };
    expect(await read(busEvent())).toEqual({ seen: [told], reasons: [] });
    expect(await read(busEvent({ version: 2, data: told }))).toEqual({ seen: [told], reasons: [] });
  });

  it('goes to the dead letters where it breaks the version that it says it is', async () => {
    const broken = await read(busEvent({ version: 1, data: { cup: 'blue', litres: 0.2 } }));
    expect(broken.seen).toEqual([]);
    expect(broken.reasons).toEqual([expect.stringMatching(/TeaPoured breaks its contract.*\n.*millilitres/)]);
  });

  it('of an unknown version is rejected', async () => {
    const { seen, reasons } = await read(busEvent({ version: 3 }));
    expect(seen).toEqual([]);
    expect(reasons).toEqual(['PermanentError: Version 3 of TeaPoured is not known here']);
  });
});

describe("a message that can't be parsed", () => {
  it.each<[string, unknown, RegExp]>([
    ['an unknown version', busEvent({ version: 2 }), /Version 2 of TeaPoured is not known/],
    ['a missing field', busEvent({ data: { cup: 'blue' } }), /breaks its contract.*\n.*millilitres/],
    ['another event', busEvent({ name: 'CoffeeSpilled' }), /Unknown event CoffeeSpilled/],
    ['no event at all', { hello: 'world' }, /no event of the shop/],
    ['nothing', null, /no event of the shop/],
  ])('goes to the dead letters with the reason: %s', async (_, message, reason) => {
    const { handler, letters } = functionWith(() => Promise.reject(new Error('reached')));
    await handler(message);
    expect(letters).toEqual([
      expect.objectContaining({ body: JSON.stringify(message), reason: expect.stringMatching(reason) }),
    ]);
  });
});
