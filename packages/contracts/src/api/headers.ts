import * as z from 'zod';

/** `Idempotency-Key`: the same key with the same body gives the same answer, with another body 422. */
export const IdempotencyKey = z
  .string('Send an Idempotency-Key')
  .min(1)
  .max(255)
  .regex(/^[\u0021-\u007e]+$/, 'An Idempotency-Key is visible ASCII characters')
  .meta({ examples: ['8c7d7f2e-5a0c-4f38-9d8e-0f6a1b2c3d4e'] });
