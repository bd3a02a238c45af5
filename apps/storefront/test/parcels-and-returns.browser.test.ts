import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { accessibilityFaults, useBrowserStage } from './browser-stage.ts';
import { stepsShown } from './place-order.ts';

const stage = useBrowserStage();

const tents = [{ sku: 'TENT-RIDGE-2P', quantity: 2 }];
const tentAndMug = [
  { sku: 'TENT-RIDGE-2P', quantity: 2 },
  { sku: 'MUG-ENAMEL-SPRUCE', quantity: 1 },
];

const returnCalls = () => stage.api.calls.filter(({ path }) => path.endsWith('/returns'));
const keys = () => new Set(returnCalls().map(({ headers }) => headers['idempotency-key']));
const requestReturn = (page: Page) => page.getByRole('button', { name: 'Request return' });
const refunded = (page: Page, count: number) =>
  page
    .locator('[data-return=REFUNDED]')
    .nth(count - 1)
    .waitFor();

/** Page of a delivered order, with the return form open. */
async function returning(lines: Parameters<typeof stage.api.shop.place>[0]): Promise<Page> {
  const order = stage.api.shop.place(lines);
  order.complete();
  const page = await stage.signedIn(`/orders/${order.orderId}`);
  await page.getByRole('button', { name: 'Return items' }).click();
  await page.getByRole('heading', { name: 'Returns?' }).waitFor();
  return page;
}

describe('a confirmed order', () => {
  it('shows each parcel as it is packed, dispatched and delivered, without a reload', async () => {
    stage.api.shop.products = stage.api.shop.products.map((product) => ({ ...product, stock: { north: 1, south: 1 } }));
    const order = stage.api.shop.place(tents);
    const page = await stage.signedIn(`/orders/${order.orderId}`);
    await page.getByText('Order confirmed').waitFor();
    const parcel = (warehouse: string, status: string) =>
      page.locator(`[data-parcel=${warehouse}][data-status=${status}]`).waitFor();
    order.tellParcel('PACKED', 'north');
    await parcel('north', 'PACKED');
    expect(await stepsShown(page)).toMatchObject({ outcome: 'done', shipped: 'now' });
    order.tellParcel('DISPATCHED', 'north');
    await parcel('north', 'DISPATCHED');
    await page.locator('[data-step=shipped][data-state=done]').waitFor();
    expect(await page.getByRole('button', { name: 'Cancel this order' }).count()).toBe(0);
    order.tellParcel('DISPATCHED', 'south');
    order.tellParcel('LOST', 'south');
    await page.getByText('The carrier lost this parcel.').waitFor();
    order.tellParcel('DELIVERED', 'north');
    await parcel('north', 'DELIVERED');
    expect(await stepsShown(page)).toMatchObject({ delivered: 'now' });
    order.tellParcel('DELIVERED', 'south');
    await page.locator('[data-step=delivered][data-state=done]').waitFor();
    await page.getByRole('button', { name: 'Return items' }).waitFor();
  });
});

describe('a shopper who returns items', () => {
  it('sees a part of the order received and refunded, and the order unchanged', async () => {
    const page = await returning(tentAndMug);
    await page.getByLabel('Ridge 2 Trekking Tent').selectOption('1');
    await page.getByRole('form').getByText('€349.00', { exact: true }).waitFor();
    await requestReturn(page).click();
    await page.getByText('Return requested').waitFor();
    await refunded(page, 1);
    expect(await stepsShown(page)).not.toHaveProperty('returned');
    await page.getByText('1 returned').waitFor();
    await page.getByRole('button', { name: 'Return items' }).click();
    expect(await page.getByLabel('Ridge 2 Trekking Tent').locator('option').allInnerTexts()).toEqual(['None', '1']);
  });

  it('sees the order RETURNED once all items are received', async () => {
    const page = await returning(tentAndMug);
    await page.getByLabel('Ridge 2 Trekking Tent').selectOption('2');
    await page.getByLabel('Spruce Enamel Mug').selectOption('1');
    await requestReturn(page).click();
    await page.getByText('Order returned').waitFor();
    await refunded(page, 1);
    expect(await stepsShown(page)).toMatchObject({ returned: 'done' });
    expect(await page.getByRole('button', { name: 'Return items' }).count()).toBe(0);
  });

  it('requests one return with a double-click', async () => {
    const page = await returning(tents);
    await page.getByLabel('Ridge 2 Trekking Tent').selectOption('1');
    // Both clicks happen before the page is rendered again.
    await requestReturn(page).evaluate((button) => {
      for (const _ of ['first', 'second'])
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    });
    await refunded(page, 1);
    expect(returnCalls()).toHaveLength(1);
  });

  it('requests one return when the response is lost, the page is reloaded, and the request is repeated', async () => {
    stage.api.letFail({ call: 'POST /orders/', outcome: 'lose the answer' });
    const page = await returning([{ sku: 'TENT-RIDGE-2P', quantity: 3 }]);
    await page.getByLabel('Ridge 2 Trekking Tent').selectOption('2');
    await requestReturn(page).click();
    await page.getByRole('alert').getByText('Bad gateway').waitFor();
    await page.reload();
    await requestReturn(page).click();
    await page.getByText('Return requested').waitFor();
    await refunded(page, 1);
    expect(await page.locator('[data-return]').count()).toBe(1);
    expect([returnCalls().length, keys().size]).toEqual([2, 1]);
  });

  it('learns that the lost request succeeded when they change it, and may request the changed return too', async () => {
    stage.api.letFail({ call: 'POST /orders/', outcome: 'lose the answer' });
    const page = await returning([{ sku: 'TENT-RIDGE-2P', quantity: 3 }]);
    await page.getByLabel('Ridge 2 Trekking Tent').selectOption('1');
    await requestReturn(page).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Ridge 2 Trekking Tent').selectOption('2');
    await requestReturn(page).click();
    await page.getByText('A return was already requested').waitFor();
    await page.getByRole('button', { name: 'Request a second return' }).click();
    await requestReturn(page).click();
    await refunded(page, 2);
    expect(keys().size).toBe(2);
  });

  it('can use the keyboard only, and keeps the focus in place', async () => {
    const order = stage.api.shop.place(tents);
    order.complete();
    const page = await stage.signedIn(`/orders/${order.orderId}`);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.getByRole('button', { name: 'Return items' }).press('Enter');
    await page.getByRole('heading', { name: 'Returns?' }).waitFor();
    expect(await focused()).toBe('Returns?');
    await page.getByRole('button', { name: 'Keep all items' }).press('Enter');
    await page.getByRole('button', { name: 'Return items' }).waitFor();
    expect(await focused()).toBe('Return items');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('Return requested').waitFor();
    expect(await focused()).toMatch(/^Return requested/);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('a shopper with many orders', () => {
  it('sees the latest orders with their status, and earlier ones on request', async () => {
    for (let count = 0; count < 23; count += 1) stage.api.shop.place([{ sku: 'TENT-RIDGE-2P', quantity: 1 }]);
    stage.api.shop.place(tentAndMug).complete();
    const page = await stage.signedIn('/orders');
    const rows = page.getByRole('list', { name: 'Orders' }).getByRole('listitem');
    await rows.nth(19).waitFor();
    expect(await rows.count()).toBe(20);
    expect(await rows.first().innerText()).toMatch(
      /2 × Ridge 2 Trekking Tent[^]*1 × Spruce Enamel Mug[^]*€714.00[^]*Completed/,
    );
    await page.getByRole('button', { name: 'Show earlier orders' }).click();
    await rows.nth(23).waitFor();
    expect(await page.getByRole('button', { name: 'Show earlier orders' }).count()).toBe(0);
    await rows.first().getByRole('link').click();
    await page.getByRole('heading', { name: 'Order delivered' }).waitFor();
  });
});
