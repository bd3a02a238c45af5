import { isOrderId, OrderPlaced, PaymentAuthenticated } from '@waypost/contracts';
import { eventFunction } from '@waypost/service-kit';
import type { Consumer, SimulatedFunction } from '@waypost/test-kit/simulation';
import { recordDecision } from '../src/app/order/record-decision.ts';
import { startOrder } from '../src/app/recovery/start-order.ts';
import { decideAuthentication } from '../src/domain/order/decisions.ts';
import type { Outside } from './outside.ts';
import type { Ports } from './ports.ts';

/** Handler of each event. */
export function consumersOf({ driving }: Ports, deadLetters: Outside['deadLetters']): readonly Consumer[] {
  const start: SimulatedFunction = (message, invocation) =>
    eventFunction([OrderPlaced], async ({ data }) => void (await startOrder(driving(invocation), data.orderId)), {
      clock: invocation.clock,
      deadLetters,
    })(message);
  const recordAuthentication: SimulatedFunction = (message, invocation) =>
    eventFunction(
      [PaymentAuthenticated],
      async ({ data: { payableId, outcome } }, { now: at }) => {
        if (!isOrderId(payableId)) return;
        const ports = driving(invocation);
        await recordDecision(ports, payableId, (order) => decideAuthentication(order, { at, outcome }));
      },
      { clock: invocation.clock, deadLetters },
    )(message);
  return [
    { name: 'start-order-workflow', events: [OrderPlaced.name], run: start },
    { name: 'record-authentication-of-order', events: [PaymentAuthenticated.name], run: recordAuthentication },
  ];
}
