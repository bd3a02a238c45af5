import { describe, expect, it } from 'vitest';
import { LookUpStock, Sku } from '@waypost/contracts';
import { invokeCommand } from './invoke-command.ts';
import { TransientError } from './errors.ts';

const context = { correlationId: 'click-1', causationId: 'request-1', now: '2026-05-04T09:30:00.000Z' };
const skus = [Sku.parse('TENT-RIDGE-2P')];
const found = { outcome: 'found', levels: [{ sku: 'TENT-RIDGE-2P', available: 3 }] };

describe('a command', () => {
  it('gets the ids of what caused it, and its result is read by its contract', async () => {
    const sent: unknown[] = [];
    const result = await invokeCommand(LookUpStock, 'arn', { skus }, context, (arn, payload) => {
      sent.push(arn, JSON.parse(payload));
      return Promise.resolve({ payload: JSON.stringify({ ...found, more: 1 }), failed: false });
    });
    expect(sent).toEqual(['arn', { metadata: { correlationId: 'click-1', causationId: 'request-1' }, data: { skus } }]);
    expect(result).toEqual(found);
  });

  it('that fails may be sent again', async () => {
    const failing = () => Promise.resolve({ payload: '{}', failed: true });
    await expect(invokeCommand(LookUpStock, 'arn', { skus }, context, failing)).rejects.toThrow(TransientError);
  });
});
