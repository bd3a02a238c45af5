import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowserStage } from './browser-stage.ts';
import { placeOrder } from './place-order.ts';

const stage = useBrowserStage();

const TENT = '/products/TENT-RIDGE-2P';
const MUG = '/products/MUG-ENAMEL-SPRUCE';

const callsOf = (call: string) => stage.api.calls.filter(({ method, path }) => `${method} ${path}`.startsWith(call));

/** Adds the product of a page to the cart, and waits until it is added. */
async function add(page: Page): Promise<void> {
  await page.getByRole('button', { name: /^Add to cart/ }).click();
  await page.getByText('in your cart').waitFor();
}

const badge = (page: Page, count: number) => page.getByRole('link', { name: `Cart ${count} in it` }).waitFor();

async function linesShown(page: Page): Promise<(string | null)[]> {
  await page.locator('[data-line]').first().waitFor();
  return page.locator('[data-line]').evaluateAll((lines) => lines.map((line) => line.getAttribute('data-line')));
}

/** Opens another tab of the same browser. It shares the local storage, and not the session. */
async function anotherTab(page: Page, path: string): Promise<Page> {
  const tab = await page.context().newPage();
  await tab.goto(stage.url + path);
  return tab;
}

async function signIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Robin, a shopper' }).click();
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}

/** Opens the checkout of a signed-in shopper with a tent in the cart. */
async function atCheckout(): Promise<Page> {
  const page = await stage.signedIn(TENT);
  await add(page);
  await page.getByRole('link', { name: /^Cart/ }).click();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await page.getByRole('button', { name: 'Place order' }).waitFor();
  return page;
}

describe('a guest', () => {
  it('adds items from the list and from a product page, changes their quantity, and removes them', async () => {
    const page = await stage.visit('/?category=cooking');
    await page
      .getByRole('button', { name: /^Add to cart.*Mug/ })
      .first()
      .click();
    await badge(page, 1);
    await page.goto(stage.url + TENT);
    await page.getByLabel('Quantity').selectOption('2');
    await add(page);
    await badge(page, 3);
    await page.getByRole('link', { name: /^Cart/ }).click();
    expect(await linesShown(page)).toHaveLength(2);

    const tent = page.locator('[data-line=TENT-RIDGE-2P]');
    await tent.getByLabel('Quantity').selectOption('4');
    await tent.getByText('€1,396.00').waitFor();
    await badge(page, 5);
    await tent.getByRole('button', { name: /^Take/ }).click();
    await badge(page, 1);
    await expect(page.evaluate(() => document.activeElement?.tagName)).resolves.toBe('H1');
    expect(await page.getByRole('main').getByRole('status').first().innerText()).toMatch(/is out\. 1 in the cart/);
  });

  it('keeps an item that was added just before the page was left', async () => {
    const page = await stage.visit(TENT);
    await page.getByRole('link', { name: /^Cart/ }).waitFor();
    await page.getByRole('button', { name: /^Add to cart/ }).click();
    await page.goto(stage.url + MUG);
    await badge(page, 1);

    // The request for the cart hangs, so the page is left before the write is sent.
    stage.api.letFail({ call: 'GET /carts', outcome: 'hang' });
    await page.getByRole('button', { name: /^Add to cart/ }).click();
    await page.goto(stage.url + TENT);
    await badge(page, 2);
    expect(callsOf('PUT /carts/')).toHaveLength(2);
  });

  it('keeps the cart after a reload, and loses no item when two tabs are used', async () => {
    const page = await stage.visit(TENT);
    await add(page);
    const other = await anotherTab(page, MUG);
    await add(other);
    await page.reload();
    await badge(page, 2);
    await page.getByRole('link', { name: /^Cart/ }).click();
    expect(await linesShown(page)).toEqual(['TENT-RIDGE-2P', 'MUG-ENAMEL-SPRUCE']);
  });

  it('starts a new cart when the old one no longer exists', async () => {
    const page = await stage.visit(TENT);
    await add(page);
    stage.api.shop.carts.reset();
    await page.goto(stage.url + MUG);
    await add(page);
    await badge(page, 1);
    expect(new Set(callsOf('PUT /carts/').map(({ path }) => path.split('/')[2])).size).toBe(2);
  });

  it('signs in on the way to the checkout, and the carts are merged', async () => {
    const earlier = await stage.signedIn(MUG);
    await add(earlier);
    const page = await stage.visit(TENT);
    await add(page);
    await page.getByRole('link', { name: /^Cart/ }).click();
    await page.getByRole('link', { name: 'Go to checkout' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await signIn(page);
    await page.getByText('1 × Ridge 2 Trekking Tent').waitFor();
    await page.getByText(/1 × .*Mug/).waitFor();
    expect(callsOf('POST /carts/').at(-1)?.path).toMatch(/claim$/);

    // The first device shows the items that the second one added.
    await earlier.goto(`${stage.url}/cart`);
    expect(await linesShown(earlier)).toEqual(['MUG-ENAMEL-SPRUCE', 'TENT-RIDGE-2P']);
    // After signing out, the browser has an empty guest cart.
    await page.getByRole('button', { name: 'Sign out' }).click();
    await page.goto(`${stage.url}/cart`);
    await page.getByText('Your cart is empty').waitFor();
  });
});

describe('a shopper who orders the cart', () => {
  it.each<[string, RegExp, string]>([
    ['a valid card', /that succeeds/, 'Order confirmed'],
    ['a card that is declined', /declined/, 'The payment was declined'],
    ['a card to authenticate', /requires authentication/, 'Authenticate payment'],
  ])('with %s sees the order and an empty cart', async (_, method, shows) => {
    const page = await atCheckout();
    await placeOrder(page, { method });
    await page.getByText(shows).first().waitFor();
    await page.getByRole('link', { name: 'Cart', exact: true }).waitFor();
    expect(stage.api.shop.orders.size).toBe(1);
  });

  it('places one order with a double-click', async () => {
    const page = await atCheckout();
    await page.getByRole('button', { name: 'Use a sample address' }).click();
    await page.getByRole('button', { name: 'Place order' }).dblclick();
    await page.getByText('Order confirmed').waitFor();
    expect([callsOf('POST /orders').length, stage.api.shop.orders.size]).toEqual([1, 1]);
  });

  it('places one order from two tabs, and both show it', async () => {
    const page = await atCheckout();
    const other = await stage.signedIn('/checkout');
    await other.getByRole('button', { name: 'Place order' }).waitFor();
    await placeOrder(page);
    await page.waitForURL(/\/orders\/ord_/);
    await placeOrder(other);
    await other.waitForURL(/\/orders\/ord_/);
    expect(new URL(other.url()).pathname).toBe(new URL(page.url()).pathname);
    expect(stage.api.shop.orders.size).toBe(1);
  });

  it('places one order when the response is lost and the request is repeated', async () => {
    stage.api.letFail({ call: 'POST /orders', outcome: 'lose the answer' });
    const page = await atCheckout();
    await placeOrder(page);
    await page.getByRole('alert').waitFor();
    await page.getByText('You may have placed this order already').waitFor();
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.waitForURL(/\/orders\/ord_/);
    await page.goto(`${stage.url}/checkout`);
    await page.getByText('If you just placed an order, it is in').waitFor();
    expect(stage.api.shop.orders.size).toBe(1);
  });

  it('does not return to the checkout with the back button', async () => {
    const page = await atCheckout();
    await placeOrder(page);
    await page.waitForURL(/\/orders\/ord_/);
    await page.goBack();
    await page.getByText('Your cart is empty').waitFor();
    expect(new URL(page.url()).pathname).toBe('/cart');
    expect(stage.api.shop.orders.size).toBe(1);
  });

  it('sees a changed price, and is charged it only after confirming', async () => {
    const page = await atCheckout();
    stage.api.shop.products = stage.api.shop.products.map((product) =>
      product.sku === 'TENT-RIDGE-2P' ? { ...product, price: { amount: 39900, currency: 'EUR' } } : product,
    );
    await placeOrder(page);
    await page.getByText('It was €349.00 when you saw it, and is €399.00 now.').waitFor();
    expect(stage.api.shop.orders.size).toBe(0);
    await page.getByRole('button', { name: 'Accept the new prices' }).click();
    await page.getByText('Prices or availability changed').waitFor({ state: 'detached' });
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.getByText('Order confirmed').waitFor();
    expect(stage.api.shop.onlyOrder().summary().total.amount).toBe(39900);
  });

  it('can use the keyboard only', async () => {
    const page = await stage.signedIn(TENT);
    await page.getByRole('button', { name: /^Add to cart/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByText('1 in your cart').waitFor();
    await page.getByRole('link', { name: /^Cart/ }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('link', { name: 'Go to checkout' }).focus();
    await page.keyboard.press('Enter');
    await page.getByRole('button', { name: 'Use a sample address' }).focus();
    await page.keyboard.press('Enter');
    await page.getByLabel('Full name').press('Enter');
    await page.getByText('Order confirmed').waitFor();
    expect(stage.api.shop.orders.size).toBe(1);
  });
});

describe('a shopper who searches', () => {
  it('sees results while typing, with the query in the address, and leaves with one step back', async () => {
    const page = await stage.visit('/?category=cooking');
    await page.getByRole('link', { name: 'All' }).click();
    const search = page.getByRole('searchbox');
    await search.pressSequentially('titanium', { delay: 40 });
    await page.waitForURL(/query=titanium/);
    await page.getByRole('link', { name: 'Titan 900 Pot' }).waitFor();
    expect(await search.evaluate((input) => input === document.activeElement)).toBe(true);
    expect(await search.inputValue()).toBe('titanium');
    await page.goBack();
    await page.waitForURL((address) => address.search === '?category=cooking');
    expect(await search.inputValue()).toBe('');
  });

  it('can search for a number', async () => {
    const page = await stage.visit('/?query=900');
    await page.getByRole('link', { name: 'Titan 900 Pot' }).waitFor();
    expect(await page.getByRole('searchbox').inputValue()).toBe('900');
  });

  it('filters by price and availability, and can share the address', async () => {
    const page = await stage.visit('/');
    await page.getByLabel('Price').selectOption({ label: 'up to €50.00' });
    await page.getByLabel('In stock only').check();
    await page.waitForURL(/maxPrice=5000&available=true|available=true&maxPrice=5000/);
    const shared = await stage.visit(new URL(page.url()).pathname + new URL(page.url()).search);
    await shared.getByRole('list', { name: 'Products' }).waitFor();
    expect(await shared.getByLabel('Price').inputValue()).toBe('5000');
    expect(await shared.getByText('Sold out').count()).toBe(0);
    const query = callsOf('GET /products').at(-1)?.query;
    expect(query).toMatchObject({ maxPrice: '5000', available: 'true' });
  });
});
