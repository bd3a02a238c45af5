import { describe, expect, it } from 'vitest';
import { recordsInMemory } from '../../test/records-in-memory.ts';
import { countedIds, NOW, waitingIntent } from '../../test/intents.ts';
import { authenticate } from './authenticate.ts';

const portsWith = (records = recordsInMemory(waitingIntent())) => ({ records, now: NOW, newId: countedIds() });
const yes = { id: 'pi_1', answer: 'authenticate' } as const;
const no = { id: 'pi_1', answer: 'fail' } as const;

describe('a shopper who answers the bank', () => {
  it('changes the intent, and is reported to the shop', async () => {
    const ports = portsWith();
    expect(await authenticate(ports, yes)).toMatchObject({ changed: true, intent: { status: 'requires_capture' } });
    expect(ports.records.webhooks).toMatchObject([{ type: 'payment_intent.amount_capturable_updated' }]);
    expect(JSON.parse(ports.records.webhooks[0]?.payload ?? '')).toMatchObject({
      request: { id: null, idempotency_key: null },
    });
  });

  it('fails the authentication, and is reported to the shop with the reason', async () => {
    const ports = portsWith();
    expect(await authenticate(ports, no)).toMatchObject({ changed: true });
    expect(JSON.parse(ports.records.webhooks[0]?.payload ?? '')).toMatchObject({
      type: 'payment_intent.payment_failed',
      data: { object: { last_payment_error: { code: 'payment_intent_authentication_failure' } } },
    });
  });

  it('answers once: what comes later changes nothing', async () => {
    const ports = portsWith();
    await authenticate(ports, no);
    expect(await authenticate(ports, yes)).toMatchObject({
      changed: false,
      intent: { status: 'requires_payment_method' },
    });
    expect(ports.records.webhooks).toHaveLength(1);
  });

  it('answers once when both buttons are pressed at the same time', async () => {
    const ports = portsWith();
    const answered = await Promise.all([authenticate(ports, yes), authenticate(ports, no)]);
    expect(answered.filter(({ changed }) => changed)).toHaveLength(1);
    expect(ports.records.webhooks).toHaveLength(1);
  });

  it('finds no unknown intent', async () => {
    expect(await authenticate(portsWith(recordsInMemory()), yes)).toEqual({ changed: false, intent: undefined });
  });
});
