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
  /** Milliseconds from the POST until the order is CONFIRMED. */
  readonly confirmed: number;
}

/** Buys two lines with the card that works, and waits until the order is confirmed. */
export async function buy(client: StageClient, token: string, lines = LINES): Promise<Journey> {
  const { orderId, began, accepted } = await place(client, token, lines, 'pm_card_visa');
  return { orderId, accepted, confirmed: await confirmedSince(began, client, token, orderId) };
}

/** The same with a card whose bank wants the shopper to authenticate, who does so at once. */
export async function buyAtTheBank(client: StageClient, token: string): Promise<Journey> {
  const { orderId, began, accepted } = await place(client, token, LINES, 'pm_card_authenticationRequired');
  const nextActionUrl = await eventually(
    async () => {
      const { payment } = bodyOf(await client.call(GetOrder, { parameters: { id: orderId }, token }));
      if (!payment.nextActionUrl) throw new Error(`${orderId} does not wait for its shopper`);
      return payment.nextActionUrl;
    },
    { within: 60_000, every: 50 },
  );
  const body = new URLSearchParams({ answer: 'authenticate' });
  await fetch(nextActionUrl, { method: 'POST', body, redirect: 'manual' });
  return { orderId, accepted, confirmed: await confirmedSince(began, client, token, orderId) };
}

async function place(client: StageClient, token: string, lines: typeof LINES, paymentMethod: string) {
  const began = Date.now();
  const placed = await client.call(PlaceOrder, {
    body: {
      lines,
      shippingAddress: { name: 'Ada Bench', line1: '1 Trail Road', city: 'Berlin', postalCode: '10115', country: 'DE' },
      paymentMethod,
    },
    token,
    idempotencyKey: randomUUID(),
  });
  return { orderId: bodyOf(placed).orderId, began, accepted: Date.now() - began };
}

/**
 * Reads when the order was confirmed from its history. Polls rarely, since frequent polling would distort the
 * measurement.
 */
async function confirmedSince(began: number, client: StageClient, token: string, orderId: string): Promise<number> {
  const confirmedAt = await eventually(
    async () => {
      const { status, reason, history } = bodyOf(await client.call(GetOrder, { parameters: { id: orderId }, token }));
      const confirmed = history.find((step) => step.status === 'CONFIRMED');
      if (!confirmed) throw new Error(`${orderId} is ${status}${reason ? `: ${reason}` : ''}`);
      return confirmed.at;
    },
    { within: 60_000, every: 250 },
  );
  return Date.parse(confirmedAt) - began;
}

/** Waits until an order is COMPLETED: from then on it causes nothing any more. */
export async function completed(client: StageClient, token: string, orderId: string): Promise<void> {
  await eventually(
    async () => {
      const { status } = bodyOf(await client.call(GetOrder, { parameters: { id: orderId }, token }));
      if (status !== 'COMPLETED') throw new Error(`${orderId} is ${status}`);
    },
    { within: 120_000, every: 500 },
  );
}
