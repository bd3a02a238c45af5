import type { StateMachineDefinition } from '@waypost/cdk-kit';
import { type Arns, arn, branch, input, jsonata, commandTasks } from '@waypost/cdk-kit/workflow-tasks';
import { ArrangeShipment, type CommandContract, QuoteShipping, ReserveStock, StopShipments } from '@waypost/contracts';
import { AssessRisk, CheckOrder } from './src/commands.ts';

const { ask } = commandTasks('orderId');

const lines = input('lines');

/** PrepareOrder: what can be asked at once, asked at once: `{ stock, risk, shipping }`; of an order that is being undone `{ outcome: 'compensating' }`. */
export function prepareOrder(arns: Arns): StateMachineDefinition {
  const command = ({ name }: CommandContract) => arn(arns, name);
  return {
    QueryLanguage: 'JSONata',
    Comment: 'Reserves stock, assesses the risk and asks for a carrier at the same time',
    StartAt: 'IsBeingUndone',
    States: {
      IsBeingUndone: {
        Type: 'Choice',
        Choices: [{ Condition: jsonata('$exists($states.context.Execution.Input.compensation)'), Next: 'BeingUndone' }],
        Default: 'Prepare',
      },
      BeingUndone: { Type: 'Pass', Output: { outcome: 'compensating' }, End: true },
      Prepare: {
        Type: 'Parallel',
        Branches: [
          branch('ReserveStock', ask(ReserveStock, command(ReserveStock), { lines })),
          branch('AssessRisk', ask(AssessRisk, command(AssessRisk), { lines, total: input('total') })),
          branch('QuoteShipping', ask(QuoteShipping, command(QuoteShipping), { lines, address: input('address') })),
        ],
        Output: {
          stock: jsonata('$states.result[0]'),
          risk: jsonata('$states.result[1]'),
          shipping: jsonata('$states.result[2]'),
        },
        End: true,
      },
    },
  };
}

/**
 * ArrangeShipments: whether the order still goes on and its stock is still held, held again if it isn't; then one shipment for each
 * warehouse that holds lines: `{ order, stock, shipments: [outcome, …] }`.
 */
export function arrangeShipments(arns: Arns): StateMachineDefinition {
  const command = ({ name }: CommandContract) => arn(arns, name);
  const arrange = ask(ArrangeShipment, command(ArrangeShipment), {
    shopperId: input('shopperId'),
    carrier: input('carrier'),
    address: input('address'),
    warehouse: jsonata('$states.input.warehouse'),
    lines: jsonata('$states.input.lines'),
  });
  return {
    QueryLanguage: 'JSONata',
    Comment: 'Arranges a shipment from each warehouse that holds lines of the order',
    StartAt: 'LookAgain',
    States: {
      LookAgain: {
        Type: 'Parallel',
        Branches: [
          branch('CheckOrder', ask(CheckOrder, command(CheckOrder), {})),
          branch('HoldStock', ask(ReserveStock, command(ReserveStock), { lines })),
        ],
        Output: { order: jsonata('$states.result[0]'), stock: jsonata('$states.result[1]') },
        Next: 'GoesOn',
      },
      GoesOn: {
        Type: 'Choice',
        Choices: [
          {
            Condition: jsonata("$states.input.order.outcome = 'go_on' and $states.input.stock.outcome = 'reserved'"),
            Next: 'Arrange',
            Assign: { looked: jsonata('$states.input') },
          },
        ],
        Default: 'GoesNoFurther',
      },
      GoesNoFurther: { Type: 'Pass', End: true },
      Arrange: {
        Type: 'Map',
        Items: jsonata('$states.input.stock.parts'),
        ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...branch('ArrangeShipment', arrange) },
        Output: jsonata("$merge([$looked, { 'shipments': $states.result }])"),
        End: true,
      },
    },
  };
}

/** StopShipments: what shipping says to an order that is confirmed and shall be cancelled. */
export function stopShipments(arns: Arns): StateMachineDefinition {
  return {
    QueryLanguage: 'JSONata',
    Comment: 'Asks shipping to stop what a confirmed order sends',
    StartAt: 'StopShipments',
    States: {
      // A shopper waits for the answer: one more try, and then the sweeper asks.
      StopShipments: { ...ask(StopShipments, arn(arns, StopShipments.name), {}, { attempts: 1 }), End: true },
    },
  };
}
