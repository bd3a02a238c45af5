import { describe, expect, it } from 'vitest';
import { anOrder, AT, cancelled, confirmed, decidedOn, inReview } from '../../../test/build-order.ts';
import { evolve } from '../order/order.ts';
import { decideRedrive, MAX_ATTEMPTS } from './redrive.ts';

const swept = (execution: 'never_started' | 'running' | 'over') => ({ execution, by: 'sweeper', at: AT }) as const;
const byOperator = { execution: 'over', by: 'operator', at: AT } as const;
const tired = { ...anOrder(), attempt: MAX_ATTEMPTS };

describe('an order without a decision', () => {
  it('is started, if it never was', () => {
    expect(decideRedrive(anOrder(), swept('never_started'))).toEqual({ do: 'start' });
  });

  it('is left alone while it is driven', () => {
    expect(decideRedrive(inReview(), swept('running'))).toEqual({ do: 'nothing', reason: 'running' });
  });

  it('is driven by the next attempt, once the last one is over, with all that was decided', () => {
    const order = decidedOn({ compensation: 'out_of_stock' }, inReview());
    const decision = decideRedrive(order, swept('over'));
    expect(decision.do === 'raise' && evolve(order, decision.event)).toMatchObject({
      attempt: 2,
      decisions: { compensation: 'out_of_stock' },
    });
  });

  it('is parked when it was driven too often, and swept no more', () => {
    const decision = decideRedrive(tired, swept('over'));
    const parked = decision.do === 'park' ? evolve(tired, decision.event) : tired;
    expect(parked.parked).toBe(true);
    expect(decideRedrive(parked, swept('over'))).toEqual({ do: 'nothing', reason: 'parked' });
  });

  it('is driven on by an operator also then, and is parked no more', () => {
    const decision = decideRedrive({ ...tired, parked: true }, byOperator);
    const again = decision.do === 'raise' ? evolve({ ...tired, parked: true }, decision.event) : undefined;
    expect(again?.attempt).toBe(MAX_ATTEMPTS + 1);
    expect(again).not.toHaveProperty('parked');
  });
});

describe('an order that is decided', () => {
  it.each([confirmed(), cancelled()])('($status) is driven by nobody', (order) => {
    expect(decideRedrive(order, byOperator)).toEqual({ do: 'nothing', reason: 'decided' });
  });
});
