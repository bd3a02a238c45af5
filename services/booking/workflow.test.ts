import { describe, expect, it } from 'vitest';
import { namedError, randomFrom, schedulerOf, stateMachines, taskTokens } from '@waypost/test-kit/simulation';
import { bookingWorkflow } from './workflow.ts';

const STRAIGHT: Readonly<Record<string, unknown>> = {
  'reserve-flight': { outcome: 'reserved' },
  'reserve-hotel': { outcome: 'reserved' },
  'authorize-payment': { outcome: 'authorized' },
  'capture-payment': { outcome: 'captured' },
  'confirm-booking': { outcome: 'confirmed' },
  'begin-compensation': { outcome: 'compensating' },
  'reverse-payment': { outcome: 'voided' },
  'cancel-hotel': { outcome: 'cancelled' },
  'cancel-flight': { outcome: 'cancelled' },
  'cancel-booking': { outcome: 'cancelled' },
};
const names = Object.keys(STRAIGHT);
const own = Object.fromEntries(names.map((name) => [name, name]));
const gone = 'PermanentError';

/** Walks the workflow and gives what it asked with which data, in order, and the states that it entered. */
async function walked(answers: Readonly<Record<string, unknown>>, attempt = 1) {
  const asked: { readonly name: string; readonly data: unknown }[] = [];
  const scheduler = schedulerOf(randomFrom(1));
  const machines = stateMachines({
    scheduler,
    tokens: taskTokens(),
    definitions: { booking: bookingWorkflow(own) },
    invoke: async (name, payload) => {
      asked.push({ name, data: Object.assign({ data: undefined }, payload).data });
      const answer = { ...STRAIGHT, ...answers }[name];
      if (answer === gone) throw namedError(gone, name);
      return answer;
    },
  });
  const input = { bookingId: 'bkg', correlationId: 'c', attempt, shopperId: 'ann', total: {}, paymentMethod: 'pm_1' };
  const execution = machines.start('booking', { name: 'it', input });
  await scheduler.run();
  return { asked, names: asked.map(({ name }) => name), states: execution.states, status: execution.status() };
}

const straight = ['reserve-flight', 'reserve-hotel', 'authorize-payment', 'capture-payment', 'confirm-booking'];
const compensateFlight = ['begin-compensation', 'cancel-flight', 'cancel-booking'];
const compensateHotel = compensateFlight.toSpliced(1, 0, 'cancel-hotel');
const compensateAll = compensateHotel.toSpliced(1, 0, 'reverse-payment');

describe('a booking that everybody agrees to', () => {
  it('is confirmed in ten transitions', async () => {
    const { names: asked, states, status } = await walked({});
    expect(asked).toEqual(straight);
    expect(states).toHaveLength(10);
    expect(status).toBe('SUCCEEDED');
  });
});

describe('a booking that a step rejects, or that fails at a step', () => {
  it.each<[string, Readonly<Record<string, unknown>>, readonly string[], object]>([
    [
      'no seats',
      { 'reserve-flight': { outcome: 'no_seats' } },
      [...straight.slice(0, 1), ...compensateFlight],
      { reason: 'no_seats', began: 'flight' },
    ],
    [
      'no answer about seats',
      { 'reserve-flight': gone },
      [...straight.slice(0, 1), ...compensateFlight],
      { reason: 'internal_error', began: 'flight' },
    ],
    [
      'no rooms',
      { 'reserve-hotel': { outcome: 'no_rooms' } },
      [...straight.slice(0, 2), ...compensateHotel],
      { reason: 'no_rooms', began: 'hotel' },
    ],
    [
      'no answer about rooms',
      { 'reserve-hotel': gone },
      [...straight.slice(0, 2), ...compensateHotel],
      { reason: 'internal_error', began: 'hotel' },
    ],
    [
      'a declined card',
      {
        'authorize-payment': { outcome: 'declined' },
        'capture-payment': { outcome: 'rejected', reason: 'not_authorized' },
        'confirm-booking': { outcome: 'rejected', reason: 'not_captured' },
      },
      [...straight, ...compensateAll],
      { reason: 'payment_declined', began: 'payment' },
    ],
    [
      'a declined capture',
      {
        'capture-payment': { outcome: 'declined' },
        'confirm-booking': { outcome: 'rejected', reason: 'not_captured' },
      },
      [...straight, ...compensateAll],
      { reason: 'payment_declined', began: 'payment' },
    ],
    [
      'no answer about the authorization',
      { 'authorize-payment': gone },
      [...straight.slice(0, 3), ...compensateAll],
      { reason: 'internal_error', began: 'payment' },
    ],
    [
      'no answer about the capture',
      { 'capture-payment': gone },
      [...straight.slice(0, 4), ...compensateAll],
      { reason: 'internal_error', began: 'payment' },
    ],
    [
      'a compensation that began concurrently',
      { 'confirm-booking': { outcome: 'rejected', reason: 'compensating' } },
      [...straight, ...compensateAll],
      { reason: 'internal_error', began: 'payment' },
    ],
  ])('because of %s is undone in reverse, from there', async (_, answers, expected, recorded) => {
    const { asked, names: all } = await walked(answers);
    expect(all).toEqual(expected);
    expect(asked.find(({ name }) => name === 'begin-compensation')?.data).toMatchObject(recorded);
  });

  it('passes the outcome of the reversal on with the rooms', async () => {
    const declined = {
      'capture-payment': { outcome: 'declined' },
      'confirm-booking': { outcome: 'rejected', reason: 'not_captured' },
    };
    const toldWith = async (answers: object) =>
      (await walked({ ...declined, ...answers })).asked.find(({ name }) => name === 'cancel-hotel')?.data;
    expect(await toldWith({})).toMatchObject({ bookingId: 'bkg', attempt: 1, paymentReversed: 'voided' });
    const rejected = { 'reverse-payment': { outcome: 'rejected', reason: 'newer_attempt' } };
    expect(await toldWith(rejected)).toMatchObject({ paymentReversed: 'rejected' });
    const { asked } = await walked({ 'reserve-hotel': { outcome: 'no_rooms' } });
    expect(asked.find(({ name }) => name === 'cancel-hotel')?.data).toMatchObject({ paymentReversed: 'not_begun' });
  });
});

describe('a booking that is redriven', () => {
  it('undoes everything, for its earlier drive may have come to the end', async () => {
    const { names: asked } = await walked({ 'reserve-flight': { outcome: 'rejected', reason: 'compensating' } }, 2);
    expect(asked).toEqual(['reserve-flight', ...compensateAll]);
  });

  it('ends where a newer drive has it', async () => {
    const newer = { outcome: 'rejected', reason: 'newer_attempt' };
    const { names: asked, states } = await walked({ 'reserve-flight': newer, 'begin-compensation': newer });
    expect(asked).toEqual(['reserve-flight', 'begin-compensation']);
    expect(states.at(-1)).toBe('Superseded');
  });

  it('fails where its undoing fails, and is not taken for undone', async () => {
    const { names: asked, status } = await walked({ 'reserve-hotel': { outcome: 'no_rooms' }, 'cancel-hotel': gone });
    expect(asked.at(-1)).toBe('cancel-hotel');
    expect(status).toBe('FAILED');
  });
});

describe('every task', () => {
  it('has a timeout, since the timeout of an execution runs no Catch', () => {
    const definition = JSON.stringify(bookingWorkflow(own));
    expect(definition.match(/"TimeoutSeconds":\d+/g)).toHaveLength(definition.match(/"Type":"Task"/g)?.length ?? 0);
  });

  it('of the undoing is retried by itself, and never caught', () => {
    const { States } = bookingWorkflow(own);
    for (const state of ['BeginCompensation', 'ReversePayment', 'CancelHotel', 'CancelFlight', 'CancelBooking']) {
      expect(States[state]?.['Retry']).toMatchObject([{ MaxAttempts: 10, JitterStrategy: 'FULL' }]);
      expect(States[state]?.['Catch']).toBeUndefined();
    }
  });
});
