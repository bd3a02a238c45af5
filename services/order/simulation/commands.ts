import type { CommandContract, Money } from '@waypost/contracts';
import { commandFunction, type MessageContext } from '@waypost/service-kit';
import type { Invocation, SimulatedFunction } from '@waypost/test-kit/simulation';
import type * as z from 'zod';
import { awaitDecision } from '../src/app/order/await-decision.ts';
import {
  assessRisk,
  beginCompensation,
  cancelOrder,
  checkOrder,
  confirmOrder,
} from '../src/app/order/workflow-steps.ts';
import {
  AssessRisk,
  AwaitPayment,
  AwaitReview,
  BeginCompensation,
  CancelOrder,
  CheckOrder,
  ConfirmOrder,
} from '../src/commands.ts';
import type { Ports } from './ports.ts';

/** A command as a simulation runs it. */
const command = <Request extends z.ZodType, Result extends z.ZodType>(
  contract: CommandContract<Request, Result>,
  handle: (request: z.output<Request>, context: MessageContext, invocation: Invocation) => Promise<z.output<Result>>,
): Record<string, SimulatedFunction> => ({
  [contract.name]: (payload, invocation) =>
    commandFunction(contract, (request, context) => handle(request, context, invocation), invocation)(payload),
});

/** Its commands by name. */
export function commandsOf({ driving, waiting }: Ports, reviewThreshold: Money): Record<string, SimulatedFunction> {
  return {
    ...command(AssessRisk, async (order) => assessRisk(order, reviewThreshold)),
    ...command(AwaitReview, ({ orderId, ...wait }, { now: at }, invocation) =>
      awaitDecision(waiting(invocation), orderId, { for: 'review', at, ...wait }),
    ),
    ...command(AwaitPayment, ({ orderId, ...wait }, { now: at }, invocation) =>
      awaitDecision(waiting(invocation), orderId, { for: 'payment', at, ...wait }),
    ),
    ...command(CheckOrder, (request, _, invocation) => checkOrder(driving(invocation), request)),
    ...command(ConfirmOrder, (request, _, invocation) => confirmOrder(driving(invocation), request)),
    ...command(BeginCompensation, (request, _, invocation) => beginCompensation(driving(invocation), request)),
    ...command(CancelOrder, (request, _, invocation) => cancelOrder(driving(invocation), request)),
  };
}
