import { createHash } from 'node:crypto';
import { OrderId, ReturnId, type ShopperId } from '@waypost/contracts';

/** The id of the order that a shopper places under an Idempotency-Key: always the same one, so that one conditional put is the whole idempotency. */
export function orderIdOf(shopperId: ShopperId, idempotencyKey: string): OrderId {
  return OrderId.parse(`ord_${sha256(`${shopperId}\n${idempotencyKey}`).slice(0, 32)}`);
}

/** Id of a return, derived from its order and the Idempotency-Key. */
export function returnIdOf(orderId: OrderId, idempotencyKey: string): ReturnId {
  const own = sha256(`${orderId}\n${idempotencyKey}`).slice(0, 8);
  return ReturnId.parse(`${orderId.replace(/^ord_/, 'ret_')}_${own}`);
}

/** Compares two requests by hash. The body was parsed with the schema, so its fields have a fixed order. */
export function bodyHashOf(body: unknown): string {
  return sha256(JSON.stringify(body)).slice(0, 32);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
