import { randomUUID } from 'node:crypto';
import { GetOrder, PlaceOrder } from '@waypost/contracts';
import { bodyOf, eventually, type StageClient } from '@waypost/test-kit';

/** Products of the seed that have stock for as many orders as the benchmarks place. */
export const LINES = [
  { sku: 'TENT-RIDGE-2P', quantity: 1 },
  { sku: 'TENT-COL-1P', quantity: 1 },
];

export interface Journey {
  readonly orderId: string;
  /** Milliseconds from the POST to its 202. */
  readonly accepted: number;
  /** Milliseconds from the POST until the order is told as CONFIRMED. */
  readonly confirmed: number;
}

/** Buys two lines with the card that works, and waits until the order is confirmed. */
export async function buy(client: StageClient, token: string, lines = LINES): Promise<Journey> {
  const began = performance.now();
  const placed = await client.call(PlaceOrder, {
    body: {
      lines,
      shippingAddress: { name: 'Ada Bench', line1: '1 Trail Road', city: 'Berlin', postalCode: '10115', country: 'DE' },
      paymentMethod: 'pm_card_visa',
    },
    token,
    idempotencyKey: randomUUID(),
  });
  const accepted = performance.now() - began;
  const { orderId } = bodyOf(placed);
  await eventually(
    async () => {
      const { status, reason } = bodyOf(await client.call(GetOrder, { parameters: { id: orderId }, token }));
      if (status !== 'CONFIRMED') throw new Error(`${orderId} is ${status}${reason ? `: ${reason}` : ''}`);
    },
    { within: 60_000, every: 20 },
  );
  return { orderId, accepted, confirmed: performance.now() - began };
}
