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
const sendBack = (page: Page) => page.getByRole('button', { name: 'Send it back' });
const refunded = (page: Page, count: number) =>
  page
    .locator('[data-return=REFUNDED]')
    .nth(count - 1)
    .waitFor();

/** The page of an order that was delivered, with the form open. */
async function returning(lines: Parameters<typeof stage.api.shop.place>[0]): Promise<Page> {
  const order = stage.api.shop.place(lines);
  order.complete();
  const page = await stage.signedIn(`/orders/${order.orderId}`);
  await page.getByRole('button', { name: 'Send something back' }).click();
  await page.getByRole('heading', { name: 'What comes back?' }).waitFor();
  return page;
}

describe('an order that is on its way', () => {
  it('shows each parcel as it is packed, leaves and comes, without being asked again', async () => {
    stage.api.shop.products = stage.api.shop.products.map((product) => ({ ...product, stock: { north: 1, south: 1 } }));
    const order = stage.api.shop.place(tents);
    const page = await stage.signedIn(`/orders/${order.orderId}`);
    await page.getByText('It’s yours').waitFor();
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
    await page.getByText('The carrier lost track of this parcel.').waitFor();
    order.tellParcel('DELIVERED', 'north');
    await parcel('north', 'DELIVERED');
    expect(await stepsShown(page)).toMatchObject({ delivered: 'now' });
    order.tellParcel('DELIVERED', 'south');
    await page.locator('[data-step=delivered][data-state=done]').waitFor();
    await page.getByRole('button', { name: 'Send something back' }).waitFor();
  });
});

describe('a shopper who sends something back', () => {
  it('sees a part of it come back, be received and refunded, and the order stay', async () => {
    const page = await returning(tentAndMug);
    await page.getByLabel('Ridge 2 Trekking Tent').selectOption('1');
    await page.getByRole('form').getByText('€349.00', { exact: true }).waitFor();
    await sendBack(page).click();
    await page.getByText('We know that it comes back').waitFor();
    await refunded(page, 1);
    expect(await stepsShown(page)).not.toHaveProperty('returned');
    await page.getByText('1 of it sent back').waitFor();
    await page.getByRole('button', { name: 'Send something back' }).click();
    expect(await page.getByLabel('Ridge 2 Trekking Tent').locator('option').allInnerTexts()).toEqual(['None', '1']);
  });

  it('sees the order end as returned once all of it is back', async () => {
    const page = await returning(tentAndMug);
    await page.getByLabel('Ridge 2 Trekking Tent').selectOption('2');
    await page.getByLabel('Spruce Enamel Mug').selectOption('1');
    await sendBack(page).click();
    await page.getByText('This order came back').waitFor();
    await refunded(page, 1);
    expect(await stepsShown(page)).toMatchObject({ returned: 'done' });
    expect(await page.getByRole('button', { name: 'Send something back' }).count()).toBe(0);
  });

  it('makes one return by a double click', async () => {
    const page = await returning(tents);
    await page.getByLabel('Ridge 2 Trekking Tent').selectOption('1');
    // Both before the page is drawn anew.
    await sendBack(page).evaluate((button) => {
      for (const _ of ['first', 'second'])
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    });
    await refunded(page, 1);
    expect(returnCalls()).toHaveLength(1);
  });

  it('makes one return when the answer is lost, the page is loaded anew, and it is sent again', async () => {
    stage.api.letFail({ call: 'POST /orders/', outcome: 'lose the answer' });
    const page = await returning([{ sku: 'TENT-RIDGE-2P', quantity: 3 }]);
    await page.getByLabel('Ridge 2 Trekking Tent').selectOption('2');
    await sendBack(page).click();
    await page.getByRole('alert').getByText('Bad gateway').waitFor();
    await page.reload();
    await sendBack(page).click();
    await page.getByText('We know that it comes back').waitFor();
    await refunded(page, 1);
    expect(await page.locator('[data-return]').count()).toBe(1);
    expect([returnCalls().length, keys().size]).toEqual([2, 1]);
  });

  it('is told that the lost one did arrive when it is sent as something else, and may send that too', async () => {
    stage.api.letFail({ call: 'POST /orders/', outcome: 'lose the answer' });
    const page = await returning([{ sku: 'TENT-RIDGE-2P', quantity: 3 }]);
    await page.getByLabel('Ridge 2 Trekking Tent').selectOption('1');
    await sendBack(page).click();
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Ridge 2 Trekking Tent').selectOption('2');
    await sendBack(page).click();
    await page.getByText('Something was announced already').waitFor();
    await page.getByRole('button', { name: 'Make this a second return' }).click();
    await sendBack(page).click();
    await refunded(page, 2);
    expect(keys().size).toBe(2);
  });

  it('can do it all with the keyboard, and keeps the focus where it goes on', async () => {
    const order = stage.api.shop.place(tents);
    order.complete();
    const page = await stage.signedIn(`/orders/${order.orderId}`);
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? '');
    await page.getByRole('button', { name: 'Send something back' }).press('Enter');
    await page.getByRole('heading', { name: 'What comes back?' }).waitFor();
    expect(await focused()).toBe('What comes back?');
    await page.getByRole('button', { name: 'Keep everything' }).press('Enter');
    await page.getByRole('button', { name: 'Send something back' }).waitFor();
    expect(await focused()).toBe('Send something back');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('2');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('We know that it comes back').waitFor();
    expect(await focused()).toMatch(/^We know that it comes back/);
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

describe('a shopper with many orders', () => {
  it('sees the latest, each with its status, and the earlier ones when asked', async () => {
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
    await page.getByText('It has arrived').waitFor();
  });
});
