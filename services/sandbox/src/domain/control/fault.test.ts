import { describe, expect, it } from 'vitest';
import { Fault } from '@waypost/contracts';
import { deliveriesOf, objectionTo } from './fault.ts';

const OPERATIONS = ['authorize', 'retrieve', 'capture', 'cancel', 'refund', 'webhook'] as const;
const provider = 'payment';

describe('a fault', () => {
  it.each(['slow', 'error', 'lost_answer'] as const)('%s can fall on everything', (fault) => {
    for (const operation of OPERATIONS) expect(objectionTo({ provider, operation, fault })).toBeUndefined();
  });

  it('that declines falls where money moves', () => {
    const declining = OPERATIONS.filter((operation) => !objectionTo({ provider, operation, fault: 'decline' }));
    expect(declining).toEqual(['authorize', 'capture', 'cancel', 'refund']);
  });

  it.each(['duplicate_webhook', 'reorder_webhooks'] as const)('%s falls on webhooks alone', (fault) => {
    expect(OPERATIONS.filter((operation) => !objectionTo({ provider, operation, fault }))).toEqual(['webhook']);
  });

  it('falls on what its provider does', () => {
    const carried = Fault.shape.operation.options.filter(
      (operation) => !objectionTo({ provider: 'carrier', operation, fault: 'error' }),
    );
    expect(carried).toEqual(['book', 'recall', 'webhook']);
    expect(objectionTo({ provider, operation: 'book', fault: 'slow' })).toContain('no operation book');
    expect(objectionTo({ provider: 'carrier', operation: 'book', fault: 'decline' })).toContain('one of slow');
  });

  it('of an airline and a hotel falls on what they reserve and cancel, where they may also say no', () => {
    for (const at of ['airline', 'hotel'] as const) {
      expect(objectionTo({ provider: at, operation: 'reserve', fault: 'decline' })).toBeUndefined();
      expect(objectionTo({ provider: at, operation: 'cancel', fault: 'decline' })).toBeUndefined();
      expect(objectionTo({ provider: at, operation: 'book', fault: 'slow' })).toContain('no operation book');
    }
  });

  it('that makes no sense is answered with those that do', () => {
    expect(objectionTo({ provider, operation: 'retrieve', fault: 'decline' })).toBe(
      'For retrieve it is one of slow, error, lost_answer',
    );
  });
});

describe('a webhook', () => {
  it('is sent once, at once, if nothing is wrong', () => {
    expect(deliveriesOf(undefined)).toEqual([0]);
  });

  it.each(['slow', 'reorder_webhooks', 'error'] as const)('is sent once, later, under %s', (fault) => {
    const [delay, ...others] = deliveriesOf(fault);
    expect(delay).toBeGreaterThan(0);
    expect(others).toEqual([]);
  });

  it('is sent twice at once, or again later when its answer was lost', () => {
    expect(deliveriesOf('duplicate_webhook')).toEqual([0, 0]);
    expect(deliveriesOf('lost_answer')).toEqual([0, 10]);
  });
});
