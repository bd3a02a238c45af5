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
const bankLink = (page: Page) => page.getByRole('link', { name: 'Authenticate payment' });

async function orderInReview(): Promise<Page> {
  const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=20');
  await placeOrder(page);
  await page.locator('[data-step=review][data-state=now]').waitFor();
  return page;
}

async function orderAwaitingPayment(): Promise<Page> {
  const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=1');
  await placeOrder(page, { method: /requires authentication/ });
  await page.locator('[data-step=authentication][data-state=now]').waitFor();
  return page;
}

async function cancel(page: Page): Promise<void> {
  await cancelButton(page).click();
  await page.getByRole('button', { name: 'Cancel the order' }).click();
}

describe('a large order', () => {
  it('is announced at the checkout, waits for an operator, and continues when approved', async () => {
    const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=20');
    await page.getByText('We review large orders before').waitFor();
    await placeOrder(page);
    await page.getByText('We review large orders.').waitFor();
    theOrder().approve();
    await outcome(page, 'done');
    expect(await stepsShown(page)).toMatchObject({ review: 'done', held: 'done', outcome: 'done' });
  });

  it('ends with an explanation when an operator rejects it', async () => {
    const page = await orderInReview();
    theOrder().cancel('review_rejected');
    await page.getByText('We reviewed this order and can’t accept it. Nothing was charged.').waitFor();
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

describe('a payment that requires authentication', () => {
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

  it('ends the order if it is not authenticated', async () => {
    const page = await orderAwaitingPayment();
    await bankLink(page).click();
    await page.getByRole('button', { name: 'No' }).click();
    await page.getByText('The payment was declined. Nothing was charged.').waitFor();
    expect(await stepsShown(page)).toMatchObject({ authentication: 'failed', held: 'skipped' });
  });

  it('ends the order if the shopper doesn’t respond in time', async () => {
    const page = await orderAwaitingPayment();
    theOrder().cancel('payment_timeout');
    await page.getByText('The payment was not authenticated in time. Nothing was charged.').waitFor();
    expect(await stepsShown(page)).toMatchObject({ authentication: 'failed', held: 'skipped' });
    expect(await bankLink(page).count()).toBe(0);
  });

  it('doesn’t link to an address that would run a script', async () => {
    stage.api.shop.bank.foreignPage = () => 'javascript:alert(1)';
    const page = await orderAwaitingPayment();
    expect(await bankLink(page).count()).toBe(0);
  });
});

describe('a shopper who cancels an order', () => {
  it('has to confirm, may keep the order, and finds the focus where it was', async () => {
    const page = await orderInReview();
    await cancelButton(page).press('Enter');
    await page.getByRole('region', { name: 'Cancel this order?' }).waitFor();
    await page.getByRole('button', { name: 'Keep the order' }).press('Enter');
    await cancelButton(page).waitFor();
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Cancel this order');
    expect(cancellations()).toHaveLength(0);
  });

  it('cancels while the bank waits, and sees the request until the order ends, also after a reload', async () => {
    const page = await orderAwaitingPayment();
    await cancel(page);
    await page.getByText('Cancellation requested').waitFor();
    expect(await bankLink(page).count()).toBe(0);
    await page.reload();
    await page.getByText('Cancellation requested').waitFor();
    expect(await cancelButton(page).count()).toBe(0);
    expect(await stepsShown(page)).toMatchObject({ authentication: 'skipped', outcome: 'now' });
    theOrder().cancel('customer_request');
    await page.getByText('You cancelled this order. Nothing was charged.').waitFor();
    expect(await stepsShown(page)).toMatchObject({ authentication: 'skipped', outcome: 'failed' });
  });

  it('sends one request with a double-click, which doesn’t confirm the question either', async () => {
    const page = await orderInReview();
    await cancelButton(page).dblclick();
    const yes = page.getByRole('button', { name: 'Cancel the order' });
    await yes.waitFor();
    expect(cancellations()).toHaveLength(0);
    // Both clicks happen before the page is rendered again.
    await yes.evaluate((button) => {
      for (const _ of ['first', 'second'])
        button.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
    });
    await page.getByText('Cancellation requested').waitFor();
    expect(cancellations()).toHaveLength(1);
  });

  it('may retry after a failure', async () => {
    stage.api.letFail({ call: 'POST /orders/', outcome: 'drop' });
    const page = await orderInReview();
    await cancel(page);
    await page.getByText('The order could not be cancelled').waitFor();
    await page.getByRole('button', { name: 'Cancel the order' }).click();
    await page.getByText('Cancellation requested').waitFor();
    expect(cancellations()).toHaveLength(2);
  });

  it('learns that the order has been shipped in the meantime', async () => {
    const page = await orderInReview();
    theOrder().approve();
    await outcome(page, 'done');
    await cancelButton(page).click();
    // The page shows an older state of the order.
    stage.api.letFail({ call: 'GET /orders/', outcome: 'hang' });
    theOrder().tellParcel('DISPATCHED');
    await page.getByRole('button', { name: 'Cancel the order' }).click();
    await page.getByRole('alert').getByText('Already shipped').waitFor();
    expect(await cancelButton(page).count()).toBe(0);
  });

  it('cancels a confirmed order before it is shipped, and gets a refund', async () => {
    const page = await orderInReview();
    theOrder().approve();
    await outcome(page, 'done');
    await cancel(page);
    await page.getByText('We check with the warehouse. If nothing has been shipped').waitFor();
    expect(await stepsShown(page)).toMatchObject({ outcome: 'done', cancelled: 'now' });
    theOrder().cancel('customer_request');
    await page.getByText('You cancelled this order. Your payment was refunded.').waitFor();
    expect(await stepsShown(page)).toMatchObject({ paid: 'reversed', outcome: 'failed' });
  });

  it('learns later that the warehouse had already shipped the order', async () => {
    const page = await orderInReview();
    theOrder().approve();
    await outcome(page, 'done');
    await cancel(page);
    await page.getByText('We check with the warehouse. If nothing has been shipped').waitFor();
    theOrder().tellParcel('DISPATCHED');
    await page.getByRole('alert').getByText('Already shipped').waitFor();
    expect(await cancelButton(page).count()).toBe(0);
  });
});
