import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowserStage } from './browser-stage.ts';
import { placeOrder, stepsShown } from './place-order.ts';

const stage = useBrowserStage();

const theOrder = () => stage.api.shop.onlyOrder();
const cancellations = () => stage.api.calls.filter(({ path }) => path.endsWith('/cancel'));
const outcome = (page: Page, state: 'done' | 'failed') =>
  page.locator(`[data-step=outcome][data-state=${state}]`).waitFor();
const cancelButton = (page: Page) => page.getByRole('button', { name: 'Cancel this order' });
const bankLink = (page: Page) => page.getByRole('link', { name: 'Authenticate the payment' });

async function orderInReview(): Promise<Page> {
  const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=20');
  await placeOrder(page);
  await page.locator('[data-step=review][data-state=now]').waitFor();
  return page;
}

async function orderAwaitingPayment(): Promise<Page> {
  const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=1');
  await placeOrder(page, { method: /authenticate/ });
  await page.locator('[data-step=authentication][data-state=now]').waitFor();
  return page;
}

async function cancel(page: Page): Promise<void> {
  await cancelButton(page).click();
  await page.getByRole('button', { name: 'Yes, cancel it' }).click();
}

describe('a large order', () => {
  it('is announced at the checkout, waits for a person, and goes on when approved', async () => {
    const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=20');
    await page.getByText('A person looks at large orders').waitFor();
    await placeOrder(page);
    await page.getByText('A person looks at it, since it is large').waitFor();
    theOrder().approve();
    await outcome(page, 'done');
    expect(await stepsShown(page)).toMatchObject({ review: 'done', held: 'done', outcome: 'done' });
  });

  it('ends in words when a person rejects it', async () => {
    const page = await orderInReview();
    theOrder().cancel('review_rejected');
    await page.getByText('We looked at this order and can’t take it. Nothing was charged.').waitFor();
    expect(await stepsShown(page)).toEqual({
      placed: 'done',
      review: 'failed',
      held: 'skipped',
      shipment: 'skipped',
      paid: 'skipped',
      outcome: 'failed',
    });
    expect(await cancelButton(page).count()).toBe(0);
  });
});

describe('a payment that the bank asks about', () => {
  it.each(['the front door of the shop', 'an origin of its own'])(
    'is authenticated on a page behind %s, which leads back to the order, still signed in',
    async (where) => {
      if (where === 'an origin of its own')
        stage.api.shop.bank.foreignPage = (id) => `${stage.api.apis['sandbox']}/sandbox/authenticate/${id}`;
      const page = await orderAwaitingPayment();
      await bankLink(page).click();
      await page.getByRole('heading', { name: 'Is this you?' }).waitFor();
      expect(new URL(page.url()).origin === stage.url).toBe(where === 'the front door of the shop');
      await page.getByRole('button', { name: 'Yes' }).click();
      await page.waitForURL(`${stage.url}/orders/${theOrder().orderId}`);
      await outcome(page, 'done');
      expect(await stepsShown(page)).toMatchObject({ authentication: 'done', held: 'done', paid: 'done' });
    },
  );

  it('that is not authenticated ends the order', async () => {
    const page = await orderAwaitingPayment();
    await bankLink(page).click();
    await page.getByRole('button', { name: 'No' }).click();
    await page.getByText('The payment was declined. Nothing was charged.').waitFor();
    expect(await stepsShown(page)).toMatchObject({ authentication: 'failed', held: 'skipped' });
  });

  it('and nobody answers in time ends the order', async () => {
    const page = await orderAwaitingPayment();
    theOrder().cancel('payment_timeout');
    await page.getByText('The payment was not authenticated in time. Nothing was charged.').waitFor();
    expect(await stepsShown(page)).toMatchObject({ authentication: 'failed', held: 'skipped' });
    expect(await bankLink(page).count()).toBe(0);
  });

  it('makes no link of an address that would run a script', async () => {
    stage.api.shop.bank.foreignPage = () => 'javascript:alert(1)';
    const page = await orderAwaitingPayment();
    expect(await bankLink(page).count()).toBe(0);
  });
});

describe('a shopper who wants out', () => {
  it('is asked first, may keep the order, and finds the focus where it was', async () => {
    const page = await orderInReview();
    await cancelButton(page).press('Enter');
    await page.getByRole('region', { name: 'Cancel this order?' }).waitFor();
    await page.getByRole('button', { name: 'Keep it' }).press('Enter');
    await cancelButton(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel this order');
    expect(cancellations()).toHaveLength(0);
  });

  it('cancels while the bank waits, is told so until it ends, also after a reload', async () => {
    const page = await orderAwaitingPayment();
    await cancel(page);
    await page.getByText('You asked us to cancel').waitFor();
    expect(await bankLink(page).count()).toBe(0);
    await page.reload();
    await page.getByText('You asked us to cancel').waitFor();
    expect(await cancelButton(page).count()).toBe(0);
    expect(await stepsShown(page)).toMatchObject({ authentication: 'skipped', outcome: 'now' });
    theOrder().cancel('customer_request');
    await page.getByText('You asked us to cancel it, and we did. Nothing was charged.').waitFor();
    expect(await stepsShown(page)).toMatchObject({ authentication: 'skipped', outcome: 'failed' });
  });

  it('asks once with two clicks, of which the first opens no trap for the second', async () => {
    const page = await orderInReview();
    await cancelButton(page).dblclick();
    const yes = page.getByRole('button', { name: 'Yes, cancel it' });
    await yes.waitFor();
    expect(cancellations()).toHaveLength(0);
    // Both before the page is drawn anew.
    await yes.evaluate((button) => {
      for (const _ of ['first', 'second'])
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    });
    await page.getByText('You asked us to cancel').waitFor();
    expect(cancellations()).toHaveLength(1);
  });

  it('may ask again after a failure', async () => {
    stage.api.letFail({ call: 'POST /orders/', outcome: 'drop' });
    const page = await orderInReview();
    await cancel(page);
    await page.getByText('We could not take your cancellation').waitFor();
    await page.getByRole('button', { name: 'Yes, cancel it' }).click();
    await page.getByText('You asked us to cancel').waitFor();
    expect(cancellations()).toHaveLength(2);
  });

  it('is told when it has left in the meantime', async () => {
    const page = await orderInReview();
    theOrder().approve();
    await outcome(page, 'done');
    await cancelButton(page).click();
    // The page still shows the order as it was a moment ago.
    stage.api.letFail({ call: 'GET /orders/', outcome: 'hang' });
    theOrder().tellParcel('DISPATCHED');
    await page.getByRole('button', { name: 'Yes, cancel it' }).click();
    await page.getByRole('alert').getByText('It has left already').waitFor();
    expect(await cancelButton(page).count()).toBe(0);
  });

  it('cancels a confirmed order that the warehouse still has, and gets the money back', async () => {
    const page = await orderInReview();
    theOrder().approve();
    await outcome(page, 'done');
    await cancel(page);
    await page.getByText('We ask the warehouse. If nothing has left').waitFor();
    expect(await stepsShown(page)).toMatchObject({ outcome: 'done', cancelled: 'now' });
    theOrder().cancel('customer_request');
    await page.getByText('You asked us to cancel it, and we did. What you paid was given back.').waitFor();
    expect(await stepsShown(page)).toMatchObject({ paid: 'reversed', outcome: 'failed' });
  });

  it('is told later when the warehouse found that it had left', async () => {
    const page = await orderInReview();
    theOrder().approve();
    await outcome(page, 'done');
    await cancel(page);
    await page.getByText('We ask the warehouse. If nothing has left').waitFor();
    theOrder().tellParcel('DISPATCHED');
    await page.getByRole('alert').getByText('It has left already').waitFor();
    expect(await cancelButton(page).count()).toBe(0);
  });
});
