import { randomUUID } from 'node:crypto';
import * as z from 'zod';
import type { Shop } from './shop.ts';

/** Calls the simulated payment provider directly, like an operator in its dashboard. Returns the id of the created object. */
export async function callProvider(
  shop: Shop,
  path: '/v1/payment_intents' | '/v1/refunds',
  form: Readonly<Record<string, string>>,
): Promise<string> {
  const response = await shop.stage.send('sandbox', path, {
    method: 'POST',
    headers: { authorization: `Bearer sk_test_${randomUUID().replaceAll('-', '')}` },
    body: new URLSearchParams(form),
  });
  return z.object({ id: z.string() }).parse(response.body).id;
}
