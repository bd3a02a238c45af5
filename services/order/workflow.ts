import type { StateMachineDefinition } from '@waypost/cdk-kit';
import {
  ArrangeShipment,
  AuthorizePayment,
  CancelShipments,
  CapturePayment,
  type CommandContract,
  QuoteShipping,
  ReleaseStock,
  ReserveStock,
  UndoPayment,
} from '@waypost/contracts';
import { CancelOrder, ConfirmOrder } from './src/commands.ts';
import { ask, branch, input, jsonata, run, type State, whateverFails } from './workflow-tasks.ts';

/** ARNs of the functions that the workflows ask, by the name of their command, and of the Express children. */
export type Arns = Readonly<Record<string, string>>;

const arn = (arns: Arns, name: string): string => {
  const found = arns[name];
  if (found === undefined) throw new Error(`The workflow needs the ARN of ${name}`);
  return found;
};

/** PrepareOrder (Express): what can be asked at once, asked at once: `{ stock, shipping }`. */
export function prepareOrder(arns: Arns): StateMachineDefinition {
  const lines = input('lines');
  return {
    QueryLanguage: 'JSONata',
    Comment: 'Reserves stock and asks for a carrier at the same time',
    StartAt: 'Prepare',
    States: {
      Prepare: {
        Type: 'Parallel',
        Branches: [
          branch('ReserveStock', ask(ReserveStock, arn(arns, 'reserve-stock'), { lines })),
          branch(
            'QuoteShipping',
            ask(QuoteShipping, arn(arns, 'quote-shipping'), { lines, address: input('address') }),
          ),
        ],
        Output: { stock: jsonata('$states.result[0]'), shipping: jsonata('$states.result[1]') },
        End: true,
      },
    },
  };
}

/** ArrangeShipments (Express): one shipment for each warehouse that holds lines: `{ shipments: [outcome, …] }`. */
export function arrangeShipments(arns: Arns): StateMachineDefinition {
  const arrange = ask(ArrangeShipment, arn(arns, 'arrange-shipment'), {
    shopperId: input('shopperId'),
    carrier: input('carrier'),
    address: input('address'),
    warehouse: jsonata('$states.input.warehouse'),
    lines: jsonata('$states.input.lines'),
  });
  return {
    QueryLanguage: 'JSONata',
    Comment: 'Arranges a shipment from each warehouse that holds lines of the order',
    StartAt: 'Arrange',
    States: {
      Arrange: {
        Type: 'Map',
        Items: input('parts'),
        ItemProcessor: { ProcessorConfig: { Mode: 'INLINE' }, ...branch('ArrangeShipment', arrange) },
        Output: { shipments: jsonata('$states.result') },
        End: true,
      },
    },
  };
}

const choose = (
  Default: string,
  ...choices: readonly (readonly [condition: string, next: string, assign?: State])[]
): State => ({
  Type: 'Choice',
  Choices: choices.map(([condition, Next, Assign]) => ({
    Condition: jsonata(condition),
    Next,
    ...(Assign && { Assign }),
  })),
  Default,
});

const because = (reason: string): State => ({ reason });

/**
 * OrderWorkflow (Standard): from PLACED to CONFIRMED in nine transitions, or back to nothing in reverse and CANCELLED.
 * Every state that may have begun something is undone by what its failure leads to; `reason` is why the order ends.
 * Confirming has no way back: where it fails to the end the execution fails, and whoever drives the order again finds it
 * PLACED with all of its effects, or CONFIRMED.
 */
export function orderWorkflow(arns: Arns): StateMachineDefinition {
  const command = ({ name }: CommandContract) => arn(arns, name);
  return {
    QueryLanguage: 'JSONata',
    Comment: 'Drives an order to CONFIRMED, or undoes all that was done for it',
    StartAt: 'PrepareOrder',
    States: {
      PrepareOrder: {
        ...run(arn(arns, 'prepare-order'), jsonata('$string($states.context.Execution.Input)'), 'Stock and carrier'),
        Assign: { reason: 'internal_error' },
        ...whateverFails('ReleaseStock', because('internal_error')),
        Next: 'IsPrepared',
      },
      IsPrepared: choose(
        'ReleaseStock',
        [
          "$states.input.stock.outcome = 'reserved' and $states.input.shipping.outcome = 'quoted'",
          'AuthorizePayment',
          { parts: jsonata('$states.input.stock.parts'), carrier: jsonata('$states.input.shipping.carrier') },
        ],
        ["$states.input.stock.outcome = 'out_of_stock'", 'ReleaseStock', because('out_of_stock')],
        ["$states.input.shipping.outcome = 'unavailable'", 'ReleaseStock', because('shipping_unavailable')],
      ),
      AuthorizePayment: {
        ...ask(AuthorizePayment, command(AuthorizePayment), {
          shopperId: input('shopperId'),
          amount: input('total'),
          paymentMethod: input('paymentMethod'),
        }),
        ...whateverFails('UndoPayment'),
        Next: 'IsAuthorized',
      },
      IsAuthorized: choose(
        'UndoPayment',
        ["$states.input.outcome = 'authorized'", 'ArrangeShipments'],
        ["$states.input.outcome = 'declined'", 'UndoPayment', because('payment_declined')],
      ),
      ArrangeShipments: {
        ...run(
          arn(arns, 'arrange-shipments'),
          jsonata("$string($merge([$states.context.Execution.Input, { 'parts': $parts, 'carrier': $carrier }]))"),
          'A shipment for each warehouse',
        ),
        ...whateverFails('CancelShipments'),
        Next: 'AreShipmentsArranged',
      },
      AreShipmentsArranged: choose(
        'CancelShipments',
        [
          "$count($states.input.shipments) > 0 and $count($states.input.shipments[outcome != 'arranged']) = 0",
          'CapturePayment',
          {
            shipments: jsonata("[$states.input.shipments.{ 'shipmentId': shipmentId, 'warehouse': warehouse }]"),
          },
        ],
        ["'unavailable' in $states.input.shipments.outcome", 'CancelShipments', because('shipping_unavailable')],
      ),
      CapturePayment: {
        ...ask(CapturePayment, command(CapturePayment), {}),
        ...whateverFails('CancelShipments'),
        Next: 'IsCaptured',
      },
      IsCaptured: choose(
        'CancelShipments',
        ["$states.input.outcome = 'captured'", 'ConfirmOrder'],
        ["$states.input.outcome = 'declined'", 'CancelShipments', because('payment_declined')],
      ),
      ConfirmOrder: {
        ...ask(ConfirmOrder, command(ConfirmOrder), { shipments: jsonata('$shipments') }, { attempts: 10 }),
        End: true,
      },
      CancelShipments: { ...ask(CancelShipments, command(CancelShipments), {}, { attempts: 10 }), Next: 'UndoPayment' },
      UndoPayment: { ...ask(UndoPayment, command(UndoPayment), {}, { attempts: 10 }), Next: 'ReleaseStock' },
      ReleaseStock: { ...ask(ReleaseStock, command(ReleaseStock), {}, { attempts: 10 }), Next: 'CancelOrder' },
      CancelOrder: {
        ...ask(CancelOrder, command(CancelOrder), { reason: jsonata('$reason') }, { attempts: 10 }),
        End: true,
      },
    },
  };
}
