import { describe, expect, it } from 'vitest';
import { anOrder, AT, cancelled, confirmed, decidedOn, inReview } from '../../../test/build-order.ts';
import { evolve, type Order } from '../order/order.ts';
import { decideRedrive, MAX_ATTEMPTS } from './redrive.ts';

const bySweeper = (execution: 'never_started' | 'running' | 'over') => ({ execution, by: 'sweeper', at: AT }) as const;
const byOperator = { execution: 'over', by: 'operator', at: AT } as const;
const tired = { ...anOrder(), attempt: MAX_ATTEMPTS };

describe('an order without a decision', () => {
  it('is started, if it never was', () => {
    expect(decideRedrive(anOrder(), bySweeper('never_started'))).toEqual({ do: 'start' });
  });

  it('is left alone while its execution runs', () => {
    expect(decideRedrive(inReview(), bySweeper('running'))).toEqual({ do: 'nothing', reason: 'running' });
  });

  it('starts the next attempt after the last one ended, with every recorded decision', () => {
    const order = decidedOn({ compensation: 'out_of_stock' }, inReview());
    const decision = decideRedrive(order, bySweeper('over'));
    expect(decision.do === 'raise' && evolve(order, decision.event)).toMatchObject({
      attempt: 2,
      decisions: { compensation: 'out_of_stock' },
    });
  });

  it('is parked after too many attempts, and ignored by the sweeper', () => {
    const decision = decideRedrive(tired, bySweeper('over'));
    const parked = decision.do === 'park' ? evolve(tired, decision.event) : tired;
    expect(parked.parked).toBe(true);
    expect(decideRedrive(parked, bySweeper('over'))).toEqual({ do: 'nothing', reason: 'parked' });
  });

  it('is redriven by an operator, and is not parked any more', () => {
    const decision = decideRedrive({ ...tired, parked: true }, byOperator);
    const again = decision.do === 'raise' ? evolve({ ...tired, parked: true }, decision.event) : undefined;
    expect(again?.attempt).toBe(MAX_ATTEMPTS + 1);
    expect(again).not.toHaveProperty('parked');
  });
});

describe('a confirmed order whose recall has no result', () => {
  const recalled = (recallAttempts: number) => ({
    ...decidedOn({ recall: 'requested' }, confirmed()),
    ...(recallAttempts > 0 && { recallAttempts }),
  });
  const sweep = (order: Order) => decideRedrive(order, bySweeper('over'));

  it('is recalled again by the sweeper, which counts its failures', () => {
    const decision = sweep(recalled(1));
    expect(decision).toMatchObject({ do: 'recall', onFailure: { type: 'recall_failed' } });
    expect(decision.do === 'recall' && decision.onFailure && evolve(recalled(1), decision.onFailure)).toMatchObject({
      recallAttempts: 2,
    });
  });

  it('is parked after too many attempts, and recalled again by an operator', () => {
    const decision = sweep(recalled(MAX_ATTEMPTS));
    expect(decision).toMatchObject({ do: 'park', reason: 'Not recalled after 5 attempts' });
    const parked = decision.do === 'park' ? evolve(recalled(MAX_ATTEMPTS), decision.event) : recalled(0);
    expect(sweep(parked)).toEqual({ do: 'nothing', reason: 'parked' });
    expect(decideRedrive(parked, byOperator)).toEqual({ do: 'recall' });
  });

  it.each([{ type: 'recalled' }, { type: 'decided', decision: { recall: 'left' } }] as const)(
    'is not parked any more after its result: $type',
    (result) => {
      const answered = evolve({ ...recalled(MAX_ATTEMPTS), parked: true }, { ...result, at: AT });
      expect(answered).not.toHaveProperty('parked');
      expect(answered).not.toHaveProperty('recallAttempts');
    },
  );
});

describe('an order that is decided', () => {
  it.each([confirmed(), cancelled()])('($status) is not redriven', (order) => {
    expect(decideRedrive(order, byOperator)).toEqual({ do: 'nothing', reason: 'decided' });
  });
});
