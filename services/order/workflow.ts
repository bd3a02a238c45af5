import type { StateMachineDefinition } from '@waypost/cdk-kit';
import {
  type Arns,
  arn,
  choose,
  input,
  jsonata,
  run,
  type State,
  commandTasks,
  catchAll,
} from '@waypost/cdk-kit/workflow-tasks';
import {
  AuthorizePayment,
  CancelShipments,
  CapturePayment,
  type CommandContract,
  ReleaseStock,
  ReversePayment,
} from '@waypost/contracts';
import { AwaitPayment, AwaitReview, BeginCompensation, CancelOrder, ConfirmOrder } from './src/commands.ts';

/** Timeouts of the workflow's waits for people, in seconds. */
export interface Waits {
  readonly review: number;
  readonly payment: number;
}

const { ask, waitFor } = commandTasks('orderId');

/** The payment service knows an order as what is paid for. */
const as = 'payableId';

const becauseOf = (reason: string): State => ({ reason });

/** An earlier attempt may have done everything but its last step, so a later attempt compensates every step. */
const FIRST_BEGUN = jsonata("$states.context.Execution.Input.attempt > 1 ? 'shipments' : 'stock'");
const PAYMENT_BEGUN = jsonata("$began = 'shipments' ? $began : 'payment'");

/** A wait that ran out leads to the undoing, which a decision that was recorded in time outweighs. */
const ranOut = (reason: string): State => ({
  ErrorEquals: ['States.Timeout'],
  Next: 'BeginCompensation',
  Assign: becauseOf(reason),
});

/**
 * OrderWorkflow (Standard): from PLACED to CONFIRMED in ten transitions, or through every compensation in reverse order
 * to CANCELLED. `began` is the last step that may have begun, `reason` is why the order ends. Every failure leads to
 * BeginCompensation, which records the reason before the first compensation. If a compensation or the confirmation
 * fails for good, the execution fails, and the next attempt continues from the recorded state.
 */
export function orderWorkflow(arns: Arns, waits: Waits): StateMachineDefinition {
  return {
    QueryLanguage: 'JSONata',
    Comment: 'Takes an order to CONFIRMED, or compensates every step',
    StartAt: 'PrepareOrder',
    States: { ...toAuthorized(arns, waits), ...toConfirmed(arns), ...compensations(arns) },
  };
}

function toAuthorized(arns: Arns, waits: Waits): StateMachineDefinition['States'] {
  const command = ({ name }: CommandContract) => arn(arns, name);
  return {
    PrepareOrder: {
      ...run(
        arn(arns, 'prepare-order'),
        jsonata('$string($states.context.Execution.Input)'),
        'Stock, risk and carrier',
      ),
      Assign: { reason: 'internal_error', began: FIRST_BEGUN },
      ...catchAll('BeginCompensation', { reason: 'internal_error', began: FIRST_BEGUN }),
      Next: 'IsPrepared',
    },
    IsPrepared: choose(
      'BeginCompensation',
      [
        "$states.input.outcome = 'compensating'",
        'BeginCompensation',
        { reason: input('compensation'), began: 'shipments' },
      ],
      ["$states.input.stock.outcome = 'out_of_stock'", 'BeginCompensation', becauseOf('out_of_stock')],
      ["$states.input.shipping.outcome = 'unavailable'", 'BeginCompensation', becauseOf('shipping_unavailable')],
      [
        `${isPrepared} and $states.input.risk.outcome = 'low'`,
        'AuthorizePayment',
        { carrier: jsonata('$states.input.shipping.carrier'), began: PAYMENT_BEGUN },
      ],
      [
        `${isPrepared} and $states.input.risk.outcome = 'review'`,
        'AwaitReview',
        { carrier: jsonata('$states.input.shipping.carrier') },
      ],
    ),
    AwaitReview: {
      ...waitFor(AwaitReview, command(AwaitReview), { reason: jsonata('$states.input.risk.reason') }, waits.review),
      ...catchAll('BeginCompensation', {}, ranOut('review_timeout')),
      Next: 'IsApproved',
    },
    IsApproved: choose(
      'BeginCompensation',
      ["$states.input.outcome = 'approved'", 'AuthorizePayment', { began: PAYMENT_BEGUN }],
      ["$states.input.outcome = 'review_rejected'", 'BeginCompensation', becauseOf('review_rejected')],
      ["$states.input.outcome = 'cancel_requested'", 'BeginCompensation', becauseOf('customer_request')],
    ),
    AuthorizePayment: {
      ...ask(
        AuthorizePayment,
        command(AuthorizePayment),
        {
          shopperId: input('shopperId'),
          amount: input('total'),
          paymentMethod: input('paymentMethod'),
        },
        { as },
      ),
      ...catchAll('BeginCompensation'),
      Next: 'IsAuthorized',
    },
    IsAuthorized: choose(
      'BeginCompensation',
      ["$states.input.outcome = 'authorized'", 'ArrangeShipments', { began: 'shipments' }],
      ["$states.input.outcome = 'authentication_required'", 'AwaitPayment'],
      ["$states.input.outcome = 'declined'", 'BeginCompensation', becauseOf('payment_declined')],
      ["$states.input.outcome = 'review_rejected'", 'BeginCompensation', becauseOf('review_rejected')],
      ["$states.input.outcome = 'cancel_requested'", 'BeginCompensation', becauseOf('customer_request')],
    ),
    AwaitPayment: {
      ...waitFor(
        AwaitPayment,
        command(AwaitPayment),
        { nextActionUrl: jsonata('$states.input.nextActionUrl') },
        waits.payment,
      ),
      ...catchAll('BeginCompensation', {}, ranOut('payment_timeout')),
      Next: 'IsAuthorized',
    },
  };
}

const isPrepared = "$states.input.stock.outcome = 'reserved' and $states.input.shipping.outcome = 'quoted'";

function toConfirmed(arns: Arns): StateMachineDefinition['States'] {
  const command = ({ name }: CommandContract) => arn(arns, name);
  return {
    ArrangeShipments: {
      ...run(
        arn(arns, 'arrange-shipments'),
        jsonata("$string($merge([$states.context.Execution.Input, { 'carrier': $carrier }]))"),
        'The order and its stock looked at once more, then a shipment for each warehouse',
      ),
      ...catchAll('BeginCompensation'),
      Next: 'AreShipmentsArranged',
    },
    AreShipmentsArranged: choose(
      'BeginCompensation',
      [
        "$count($states.input.shipments) > 0 and $count($states.input.shipments[outcome != 'arranged']) = 0",
        'CapturePayment',
        { shipments: jsonata("[$states.input.shipments.{ 'shipmentId': shipmentId, 'warehouse': warehouse }]") },
      ],
      ["$states.input.order.reason = 'cancel_requested'", 'BeginCompensation', becauseOf('customer_request')],
      ["$states.input.order.reason = 'review_rejected'", 'BeginCompensation', becauseOf('review_rejected')],
      ["$states.input.stock.outcome = 'out_of_stock'", 'BeginCompensation', becauseOf('out_of_stock')],
      ["'unavailable' in $states.input.shipments.outcome", 'BeginCompensation', becauseOf('shipping_unavailable')],
    ),
    CapturePayment: {
      ...ask(CapturePayment, command(CapturePayment), {}, { as }),
      Assign: { capture: jsonata('$states.result.Payload.outcome') },
      ...catchAll('BeginCompensation'),
      Next: 'ConfirmOrder',
    },
    ConfirmOrder: {
      ...ask(
        ConfirmOrder,
        command(ConfirmOrder),
        { shipments: jsonata('$shipments'), captured: jsonata("$capture = 'captured'") },
        { attempts: 10 },
      ),
      Next: 'IsConfirmed',
    },
    IsConfirmed: choose(
      'BeginCompensation',
      ["$states.input.outcome = 'confirmed'", 'Confirmed'],
      ["$states.input.reason = 'cancel_requested'", 'BeginCompensation', becauseOf('customer_request')],
      ["$states.input.reason = 'review_rejected'", 'BeginCompensation', becauseOf('review_rejected')],
      ["$capture = 'declined'", 'BeginCompensation', becauseOf('payment_declined')],
    ),
    Confirmed: { Type: 'Succeed' },
  };
}

/** In reverse, from the last step that may have begun something. */
function compensations(arns: Arns): StateMachineDefinition['States'] {
  const command = ({ name }: CommandContract) => arn(arns, name);
  const undo = (contract: CommandContract, Next: string, named: { readonly as?: string } = {}): State => ({
    ...ask(contract, command(contract), {}, { attempts: 10, ...named }),
    Next,
  });
  const reason = jsonata('$reason');
  return {
    BeginCompensation: {
      ...ask(BeginCompensation, command(BeginCompensation), { reason }, { attempts: 10 }),
      Next: 'WhatToUndo',
    },
    WhatToUndo: choose(
      'Superseded',
      [
        "$states.input.outcome = 'compensating' and $began = 'shipments'",
        'CancelShipments',
        { reason: jsonata('$states.input.reason') },
      ],
      [
        "$states.input.outcome = 'compensating' and $began = 'payment'",
        'ReversePayment',
        { reason: jsonata('$states.input.reason') },
      ],
      ["$states.input.outcome = 'compensating'", 'ReleaseStock', { reason: jsonata('$states.input.reason') }],
      [
        "$states.input.reason = 'decided_in_time' and $reason = 'review_timeout'",
        'AuthorizePayment',
        { reason: 'internal_error', began: PAYMENT_BEGUN },
      ],
      [
        "$states.input.reason = 'decided_in_time'",
        'ArrangeShipments',
        { reason: 'internal_error', began: 'shipments' },
      ],
    ),
    CancelShipments: undo(CancelShipments, 'ReversePayment'),
    ReversePayment: undo(ReversePayment, 'ReleaseStock', { as }),
    ReleaseStock: undo(ReleaseStock, 'CancelOrder'),
    CancelOrder: { ...ask(CancelOrder, command(CancelOrder), { reason }, { attempts: 10 }), End: true },
    /** A newer drive has the order, or it is decided: there is nothing to do for this one. */
    Superseded: { Type: 'Succeed' },
  };
}
