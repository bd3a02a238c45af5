import { createHash } from 'node:crypto';
import { BookingId, type ShopperId } from '@waypost/contracts';

/** The id of the booking that a shopper asks for under an Idempotency-Key: always the same one, so that one conditional put is the whole idempotency. */
export const bookingIdOf = (shopperId: ShopperId, idempotencyKey: string): BookingId =>
  BookingId.parse(`bkg_${sha256(`${shopperId}\n${idempotencyKey}`)}`);

/** Compares two requests by hash. The body was parsed with the schema, so its fields have a fixed order. */
export const bodyHashOf = (body: unknown): string => sha256(JSON.stringify(body));

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 32);
