import { describe, expect, it } from 'vitest';
import { faultsInMemory } from '../../test/faults-in-memory.ts';
import type { Faults } from '../ports.ts';
import { sendWebhooks } from './send-webhooks.ts';

const webhooks = ['evt_1', 'evt_2'].map((eventId) => ({
  provider: 'payment' as const,
  eventId,
  type: 'payment_intent.succeeded',
  payload: eventId,
}));

/** Sent webhooks, as event and delay. */
async function sentUnder(
  faults: Faults,
  enabledEvents = ['payment_intent.succeeded'],
): Promise<(readonly [string, number])[]> {
  const sent: (readonly [string, number])[] = [];
  const queue = {
    send: ({ eventId }: { readonly eventId: string }, delay: number) => {
      sent.push([eventId, delay]);
      return Promise.resolve();
    },
  };
  await sendWebhooks({ faultsOf: () => faults, queue, enabledEvents }, webhooks);
  return sent;
}

describe('webhooks', () => {
  it('are sent at once and in order', async () => {
    expect(await sentUnder(faultsInMemory())).toEqual([
      ['evt_1', 0],
      ['evt_2', 0],
    ]);
  });

  it('are not sent where the shop isn’t subscribed to them, and use up no fault', async () => {
    const faults = faultsInMemory({ operation: 'webhook', fault: 'duplicate_webhook', times: 1 });
    expect(await sentUnder(faults, ['charge.refunded'])).toEqual([]);
    expect(await faults.take('webhook')).toBe('duplicate_webhook');
  });

  it('are overtaken where one is to be late, and a fault falls on as many as it says', async () => {
    const faults = faultsInMemory({ operation: 'webhook', fault: 'reorder_webhooks', times: 1 });
    expect(await sentUnder(faults)).toEqual([
      ['evt_1', 5],
      ['evt_2', 0],
    ]);
    expect(await faults.take('webhook')).toBeUndefined();
  });

  it('come twice with the same event id', async () => {
    const faults = faultsInMemory({ operation: 'webhook', fault: 'duplicate_webhook', times: 2 });
    expect(await sentUnder(faults)).toEqual([
      ['evt_1', 0],
      ['evt_1', 0],
      ['evt_2', 0],
      ['evt_2', 0],
    ]);
  });

  it('are not touched by faults of requests', async () => {
    const faults = faultsInMemory({ operation: 'capture', fault: 'slow', times: 1 });
    expect(await sentUnder(faults)).toEqual([
      ['evt_1', 0],
      ['evt_2', 0],
    ]);
  });
});
