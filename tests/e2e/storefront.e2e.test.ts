import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stageClient } from '@waypost/test-kit';
import { chromiumFlags, chromiumPath } from '@waypost/test-kit/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

const { storefront } = stageClient().stage.urls;

let browser: Browser;
let page: Page;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...chromiumFlags] });
  page = await browser.newPage({ locale: 'en-GB' });
  page.setDefaultTimeout(90_000);
});
afterAll(() => browser.close());

async function buy(paymentMethod: string): Promise<void> {
  await page.goto(`${storefront}/checkout?sku=TENT-RIDGE-2P&quantity=1`);
  await page.getByRole('button', { name: 'Use a sample address' }).click();
  await page.getByLabel('Another test payment method').check();
  await page.getByLabel('Payment method', { exact: true }).fill(paymentMethod);
  await page.getByRole('button', { name: 'Place order' }).click();
}

describe('a shopper in a browser', () => {
  it('finds a product, signs in as a sample user, buys it, and sees each step until it is confirmed', async () => {
    await page.goto(`${storefront}/`);
    await page.getByRole('navigation', { name: 'Shop by department' }).getByRole('link', { name: 'Tents' }).click();
    await page.getByRole('link', { name: /Ridge 2 Trekking Tent/ }).click();
    await page.getByRole('link', { name: 'Buy' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Ada, a shopper' }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByRole('button', { name: 'Use a sample address' }).click();
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.getByText(/^Order (confirmed|shipped|delivered)$/).waitFor();
    // The parcels follow later; their status is not checked here.
    const steps = page.locator('[data-step]');
    expect((await steps.evaluateAll((all) => all.map((step) => step.getAttribute('data-state')))).slice(0, 5)).toEqual(
      Array.from({ length: 5 }, () => 'done'),
    );
  });

  it('fills a cart, signs in on the way to the checkout, and finds all items in one order', async () => {
    const visitor = await browser.newPage({ locale: 'en-GB' });
    visitor.setDefaultTimeout(90_000);
    for (const sku of ['TENT-RIDGE-2P', 'MUG-ENAMEL-SPRUCE']) {
      await visitor.goto(`${storefront}/products/${sku}`);
      await visitor.getByRole('button', { name: /^Add to cart/ }).click();
      await visitor.getByText('1 in your cart').waitFor();
    }
    await visitor.getByRole('link', { name: 'Cart 2 in it' }).click();
    await visitor.getByRole('link', { name: 'Go to checkout' }).click();
    await visitor.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await visitor.getByRole('button', { name: 'Ada, a shopper' }).click();
    await visitor.getByRole('button', { name: 'Sign in', exact: true }).click();
    await visitor.getByRole('button', { name: 'Use a sample address' }).click();
    await visitor.getByRole('button', { name: 'Place order' }).dblclick();
    await visitor.getByText(/^Order (confirmed|shipped|delivered)$/).waitFor();
    await visitor.getByRole('link', { name: 'Cart', exact: true }).waitFor();
    expect(await visitor.getByRole('main').innerText()).toMatch(/1 × Ridge 2 Trekking Tent[^]*1 × .*Mug/);
    await visitor.close();
  });

  it('learns that the payment was declined', async () => {
    await buy('pm_card_visa_chargeDeclined');
    await page.locator('[data-step=outcome][data-state=failed]').waitFor();
    expect(await page.getByRole('main').innerText()).toMatch(/declined/);
  });
});
