import * as z from 'zod';

/** `Idempotency-Key`: the same key and body return the same response; a different body returns 422. */
export const IdempotencyKey = z
  .string('is required')
  .min(1)
  .max(255)
  .regex(/^[\u0021-\u007e]+$/, 'must be visible ASCII characters')
  .meta({ examples: ['8c7d7f2e-5a0c-4f38-9d8e-0f6a1b2c3d4e'] });
