import { describe, expect, it } from 'vitest';
import { logger } from '@waypost/service-kit';
import type { Fault } from '@waypost/contracts';
import { faultsInMemory, type WaitingFault } from '../../test/faults-in-memory.ts';
import { type ProviderOperation, underFault } from './under-fault.ts';

logger.setLogLevel('SILENT');

const OPERATIONS: readonly (readonly [ProviderOperation, Fault['operation']])[] = [
  ['createPaymentIntent', 'authorize'],
  ['retrievePaymentIntent', 'retrieve'],
  ['capturePaymentIntent', 'capture'],
  ['cancelPaymentIntent', 'cancel'],
  ['createRefund', 'refund'],
];

/** A provider under faults: what it did, and how long it waited. */
function providerUnder(...given: readonly WaitingFault[]) {
  const faults = faultsInMemory(...given);
  const happened: string[] = [];
  const wait = (milliseconds: number) => {
    happened.push(`waited ${milliseconds}`);
    return Promise.resolve();
  };
  const ask = (operation: ProviderOperation) =>
    underFault({ operation, faults, wait }, (declines) => {
      happened.push(declines ? 'declined' : 'done');
      return Promise.resolve({ status: declines ? 402 : 200, body: '{}', replayed: false });
    });
  return { ask, happened };
}

describe.each(OPERATIONS)('%s', (operation, faultOperation) => {
  const under = (fault: Fault['fault']) => providerUnder({ operation: faultOperation, fault, times: 1 });

  it('handles the request without a fault', async () => {
    const { ask, happened } = providerUnder();
    expect(await ask(operation)).toMatchObject({ status: 200 });
    expect(happened).toEqual(['done']);
  });

  it('does it after the shop gave up waiting when it is slow', async () => {
    const { ask, happened } = under('slow');
    expect(await ask(operation)).toMatchObject({ status: 200 });
    expect(happened).toEqual(['waited 8000', 'done']);
  });

  it('does nothing and fails under an error, once', async () => {
    const { ask, happened } = under('error');
    const answer = await ask(operation);
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([500, { error: { type: 'api_error' } }]);
    expect(happened).toEqual([]);
    expect(await ask(operation)).toMatchObject({ status: 200 });
  });

  it('does it and fails when the answer gets lost', async () => {
    const { ask, happened } = under('lost_answer');
    expect(await ask(operation)).toMatchObject({ status: 500 });
    expect(happened).toEqual(['done']);
  });

  it('is left alone by faults of others', async () => {
    const others = OPERATIONS.filter(([, other]) => other !== faultOperation);
    const { ask, happened } = providerUnder(
      ...others.map(([, other]) => ({ operation: other, fault: 'error', times: 9 }) as const),
    );
    expect(await ask(operation)).toMatchObject({ status: 200 });
    expect(happened).toEqual(['done']);
  });
});

describe('a decline', () => {
  it('of a new intent is kept by what creates it', async () => {
    const { ask, happened } = providerUnder({ operation: 'authorize', fault: 'decline', times: 1 });
    expect(await ask('createPaymentIntent')).toMatchObject({ status: 402 });
    expect(happened).toEqual(['declined']);
  });

  it.each([
    ['capturePaymentIntent', 'capture'],
    ['cancelPaymentIntent', 'cancel'],
    ['createRefund', 'refund'],
  ] as const)('of %s changes nothing', async (operation, faultOperation) => {
    const { ask, happened } = providerUnder({ operation: faultOperation, fault: 'decline', times: 1 });
    const answer = await ask(operation);
    expect([answer.status, JSON.parse(answer.body)]).toMatchObject([
      402,
      { error: { type: 'card_error', code: 'card_declined', decline_code: 'generic_decline' } },
    ]);
    expect(happened).toEqual([]);
  });
});

describe('a fault for three requests', () => {
  it('falls on three of ten that come at once', async () => {
    const { ask } = providerUnder({ operation: 'capture', fault: 'error', times: 3 });
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask('capturePaymentIntent')));
    expect(answers.filter(({ status }) => status === 500)).toHaveLength(3);
  });
});
