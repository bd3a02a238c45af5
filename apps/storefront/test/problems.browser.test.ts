import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowserStage } from './browser-stage.ts';
import type { Fault } from './fake-api.ts';
import { placeOrder } from './place-order.ts';

const stage = useBrowserStage();

const answered = (status: number, detail?: string): Fault['outcome'] => ({
  status,
  title: `A problem of ${status}`,
  ...(detail && { detail }),
});

const tryAgain = 'It is our fault, not yours. Try again in a moment.';

/** An outcome with its message and its advice. */
const problems: readonly [name: string, outcome: Fault['outcome'], happened: string, advice: string][] = [
  ['a service that is down', 'drop', 'Bad gateway', tryAgain],
  ['a session that ended', answered(401), 'Sign in required', 'Sign in'],
  ['something that is gone', answered(404, 'It is not there.'), 'A problem of 404', 'It is not there.'],
  ['too many at once', answered(429), 'A problem of 429', 'Wait a moment, then try again.'],
  ['a fault of the shop', answered(500), 'A problem of 500', tryAgain],
];

async function atReturn(): Promise<Page> {
  const order = stage.api.shop.place([{ sku: 'TENT-RIDGE-2P', quantity: 2 }]);
  order.complete();
  const page = await stage.signedIn(`/orders/${order.orderId}`);
  await page.getByRole('button', { name: 'Return items' }).click();
  await page.getByLabel('Ridge 2 Trekking Tent').selectOption('1');
  return page;
}

const send = (page: Page) => page.getByRole('button', { name: 'Request return' }).click();

describe('placing an order', () => {
  it.each([
    ...problems,
    ['a conflict', answered(409, 'Look at the cart again.'), 'A problem of 409', 'Look at the cart again.'] as const,
    ['a key that was used', answered(422), 'A problem of 422', 'See my orders'] as const,
  ])('with the outcome %s explains what happened and what to do', async (_, outcome, happened, advice) => {
    stage.api.letFail({ call: 'POST /orders', outcome });
    const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=1');
    await placeOrder(page);
    const main = page.getByRole('main');
    await main.getByText(happened).first().waitFor();
    await main.getByText(advice).first().waitFor();
    expect(stage.api.shop.orders.size).toBe(0);
  });

  it('without a network says so, and continues when it is back', async () => {
    const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=1');
    await page.getByRole('button', { name: 'Use a sample address' }).click();
    await page.context().setOffline(true);
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.getByRole('alert').getByText('Check your connection and try again.').waitFor();
    await page.context().setOffline(false);
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.getByText('Order confirmed').waitFor();
    expect(stage.api.shop.orders.size).toBe(1);
  });

  it('that takes long shows its progress, and can’t be sent twice', async () => {
    stage.api.letFail({ call: 'POST /orders', outcome: 'hang' });
    const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=1');
    await placeOrder(page);
    expect(await page.getByRole('button', { name: 'Placing order …' }).isDisabled()).toBe(true);
  });
});

describe('requesting a return', () => {
  it.each([
    ...problems,
    ['a conflict', answered(409, 'It is too late.'), 'These items can’t be returned', 'It is too late.'] as const,
    ['a key that was used', answered(422), 'A return was already requested', 'Request a second return'] as const,
  ])('with the outcome %s explains what happened and what to do', async (_, outcome, happened, advice) => {
    const page = await atReturn();
    stage.api.letFail({ call: 'POST /orders/', outcome });
    await send(page);
    const main = page.getByRole('main');
    await main.getByText(happened).first().waitFor();
    await main.getByText(advice).first().waitFor();
    expect(stage.api.shop.onlyOrder().returned).toBe(0);
  });

  it('that takes long shows its progress, and can’t be sent twice', async () => {
    const page = await atReturn();
    stage.api.letFail({ call: 'POST /orders/', outcome: 'hang' });
    await send(page);
    expect(await page.getByRole('button', { name: 'Requesting the return …' }).isDisabled()).toBe(true);
  });

  it('without a network says so, and continues when it is back', async () => {
    const page = await atReturn();
    await page.context().setOffline(true);
    await send(page);
    await page.getByRole('alert').getByText('The shop could not be reached').waitFor();
    await page.context().setOffline(false);
    await send(page);
    await page.getByText('Return requested').waitFor();
    expect(stage.api.shop.onlyOrder().returned).toBe(1);
  });
});
