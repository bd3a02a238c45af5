import {
  Attempt,
  CancelReason,
  defineCommand,
  Money,
  OrderId,
  OrderLines,
  ReviewReason,
  WarehouseId,
} from '@waypost/contracts';
import * as z from 'zod';

// Commands of the order workflow to its own service. They cross no service boundary, so they aren't contracts.

const drive = { orderId: OrderId, attempt: Attempt };
const rejected = <const Words extends readonly [string, ...string[]]>(...words: Words) =>
  z.object({ outcome: z.literal('rejected'), reason: z.enum([...words, 'unknown_order']) });

/** Decides whether an operator has to review an order. */
export const AssessRisk = defineCommand({
  owner: 'order',
  name: 'assess-risk',
  version: 1,
  request: z.object({ ...drive, lines: OrderLines, total: Money }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('low') }),
    z.object({ outcome: z.literal('review'), reason: z.array(ReviewReason).min(1) }),
  ]),
});

const TaskToken = z.string().min(1);
/** The answer comes by the task token; where it is known already, it was given. */
const waiting = z.object({ outcome: z.enum(['waiting', 'answered']) });

/** Waits for an operator's decision. */
export const AwaitReview = defineCommand({
  owner: 'order',
  name: 'await-review',
  version: 1,
  request: z.object({ ...drive, taskToken: TaskToken, reason: z.array(ReviewReason).min(1) }),
  result: waiting,
});

/** Waits for the shopper to authenticate the payment. */
export const AwaitPayment = defineCommand({
  owner: 'order',
  name: 'await-payment',
  version: 1,
  request: z.object({ ...drive, taskToken: TaskToken, nextActionUrl: z.url() }),
  result: waiting,
});

/** Checks that an order may proceed, before shipments are arranged and the payment is captured. */
export const CheckOrder = defineCommand({
  owner: 'order',
  name: 'check-order',
  version: 1,
  request: z.object(drive),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('go_on') }),
    rejected('newer_attempt', 'cancelled', 'confirmed', 'compensating', 'cancel_requested', 'review_rejected'),
  ]),
});

/** The end of the straight path; `captured` is whether the money was taken. */
export const ConfirmOrder = defineCommand({
  owner: 'order',
  name: 'confirm-order',
  version: 1,
  request: z.object({
    ...drive,
    shipments: z.array(z.object({ shipmentId: z.string(), warehouse: WarehouseId })).min(1),
    captured: z.boolean(),
  }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('confirmed') }),
    rejected('newer_attempt', 'cancelled', 'compensating', 'cancel_requested', 'review_rejected', 'not_captured'),
  ]),
});

/** The beginning of every other path: why the order ends, recorded before anything is undone. */
export const BeginCompensation = defineCommand({
  owner: 'order',
  name: 'begin-compensation',
  version: 1,
  request: z.object({ ...drive, reason: CancelReason }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('compensating'), reason: CancelReason }),
    rejected('newer_attempt', 'confirmed', 'cancelled', 'decided_in_time'),
  ]),
});

/** The end of every other path, once all that was done is undone. */
export const CancelOrder = defineCommand({
  owner: 'order',
  name: 'cancel-order',
  version: 1,
  request: z.object({ ...drive, reason: CancelReason }),
  result: z.discriminatedUnion('outcome', [
    z.object({ outcome: z.literal('cancelled') }),
    rejected('newer_attempt', 'confirmed'),
  ]),
});
