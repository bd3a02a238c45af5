import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { useBrowserStage } from './browser-stage.ts';
import { stepsShown } from './place-order.ts';

const stage = useBrowserStage();

const script = '<img src=x onerror="window.harmed=1"><script>window.harmed=1</script>';
const fillAddress = (page: Page) => page.getByRole('button', { name: 'Use a sample address' }).click();
const placeOrder = (page: Page) => page.getByRole('button', { name: 'Place order' }).click();
const callsOf = (call: string) => stage.api.calls.filter(({ method, path }) => `${method} ${path}` === call);

describe('a visitor', () => {
  it('finds a product by department, by paging and by search', async () => {
    const page = await stage.visit('/');
    const cards = page.getByRole('list', { name: 'Products' }).getByRole('listitem');
    for (const count of [12, 24, 36, 44]) {
      await expect(waitForCount(page, count)).resolves.toBe(count);
      if (count < 44) await page.getByRole('button', { name: 'Show more' }).click();
    }
    expect(await page.getByRole('button', { name: 'Show more' }).count()).toBe(0);

    await page
      .getByRole('navigation', { name: 'Shop by department' })
      .getByRole('link', { name: 'Camp kitchen' })
      .click();
    await expect(waitForCount(page, 7)).resolves.toBe(7);

    await page.getByRole('searchbox').fill('titanium');
    await page.keyboard.press('Enter');
    await expect(waitForCount(page, 1)).resolves.toBe(1);
    expect(await cards.innerText()).toContain('Titan 900 Pot');
    expect(new URL(page.url()).search).toBe('?query=titanium&category=cooking');
  });

  it('can retry after a failure', async () => {
    stage.api.letFail({ call: 'GET /products', outcome: { status: 503, title: 'Resting' }, times: 3 });
    const page = await stage.visit('/?available=true&category=tents');
    await page.getByRole('button', { name: 'Try again' }).click();
    await expect(waitForCount(page, 8)).resolves.toBe(8);
  });

  it('returns to the checkout after signing in', async () => {
    const page = await stage.visit('/products/TENT-RIDGE-2P');
    await page.getByLabel('Quantity').selectOption('3');
    await page.getByRole('link', { name: 'Buy' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('button', { name: 'Robin, a shopper' }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('€1,047.00').waitFor();
    expect(new URL(page.url()).pathname).toBe('/checkout');
  });

  it('is not redirected to another site after signing in', async () => {
    const page = await stage.visit('/sign-in?then=//example.com/');
    await page.getByRole('button', { name: 'Robin, a shopper' }).click();
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await page.getByText('All products').waitFor();
    expect(new URL(page.url()).origin).toBe(stage.url);
  });
});

describe('a shopper', () => {
  it('sees every step of an order as it happens, and the page stops polling at the end', async () => {
    // Slow enough to see each step.
    stage.api.shop.retryAfter = '1';
    const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=1');
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.clock.install();
    await fillAddress(page);
    await placeOrder(page);
    const after = { shipped: 'todo', delivered: 'todo', completed: 'todo' };
    const later = { held: 'todo', shipment: 'todo', paid: 'todo', outcome: 'todo', ...after };
    await page.locator('[data-step=held][data-state=now]').waitFor();
    expect(await stepsShown(page)).toEqual({ placed: 'done', ...later, held: 'now' });
    await page.locator('[data-step=shipment][data-state=done]').waitFor();
    await page.getByText('Order confirmed').waitFor();
    expect(await stepsShown(page)).toEqual({
      placed: 'done',
      held: 'done',
      shipment: 'done',
      paid: 'done',
      outcome: 'done',
      ...after,
      shipped: 'now',
    });
    await page.getByText('Tern Post, from the north warehouse').waitFor();
    stage.api.shop.onlyOrder().complete();
    await page.locator('[data-step=completed][data-state=done]').waitFor();

    // The clock runs a minute ahead, so pending polls happen now, before our own request.
    const looks = () => requests.filter((path) => path.includes('/orders/')).length;
    const looksToRest = looks();
    expect(looksToRest).toBeGreaterThan(1);
    await page.clock.runFor('01:00');
    await page.evaluate(() => fetch('/config.json').then((answer) => answer.text()));
    expect(requests).toContain('/config.json');
    expect(looks()).toBe(looksToRest);
  });

  it('reads why an order was cancelled, and what was compensated', async () => {
    const page = await stage.signedIn('/checkout?sku=MUG-ENAMEL-SPRUCE&quantity=1');
    await fillAddress(page);
    await page.getByLabel('Country').selectOption('IS');
    await placeOrder(page);
    await page
      .getByText('No carrier ships to this address. Nothing was charged, and the authorization was voided.')
      .waitFor();
    expect(await stepsShown(page)).toEqual({
      placed: 'done',
      held: 'reversed',
      shipment: 'failed',
      paid: 'skipped',
      outcome: 'failed',
    });
  });

  it('sends the same idempotency key when they send the order again after a lost response', async () => {
    stage.api.letFail({ call: 'POST /orders', outcome: 'lose the answer' });
    const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=1');
    await fillAddress(page);
    await placeOrder(page);
    await page.getByRole('alert').waitFor();
    await placeOrder(page);
    await page.getByText('Order confirmed').waitFor();
    const keys = callsOf('POST /orders').map(({ headers }) => headers['idempotency-key']);
    expect(keys).toHaveLength(2);
    expect(new Set(keys).size).toBe(1);
    expect(stage.api.shop.orders.size).toBe(1);
  });

  it('learns that the order was already placed, and may place a second one', async () => {
    stage.api.letFail({ call: 'POST /orders', outcome: 'lose the answer' });
    const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=1');
    await fillAddress(page);
    await placeOrder(page);
    await page.getByRole('alert').waitFor();
    await page.getByLabel('Quantity').selectOption('2');
    await placeOrder(page);
    await page.getByText('This key was used for another order').waitFor();
    await page.getByRole('button', { name: 'Place a second order' }).click();
    await placeOrder(page);
    await page.getByText('Order confirmed').waitFor();
    expect(stage.api.shop.orders.size).toBe(2);
  });

  it('places no second order by going back', async () => {
    const page = await stage.signedIn('/products/TENT-RIDGE-2P');
    await page.getByRole('link', { name: 'Buy' }).click();
    await fillAddress(page);
    await placeOrder(page);
    await page.getByText('Order confirmed').waitFor();
    await page.goBack();
    await page.getByRole('link', { name: 'Buy' }).waitFor();
    expect(new URL(page.url()).pathname).toBe('/products/TENT-RIDGE-2P');
    await page.goForward();
    await page.getByText('Order confirmed').waitFor();
    expect(callsOf('POST /orders')).toHaveLength(1);
  });

  it('who is first gets the last unit, and the other one learns that it is sold out', async () => {
    const last = '/checkout?sku=LANTERN-KEEPER&quantity=1';
    const pages = await Promise.all([stage.signedIn(last), stage.signedIn(last)]);
    for (const page of pages) await fillAddress(page);
    await Promise.all(pages.map((page) => placeOrder(page)));
    const ends = await Promise.all(
      pages.map(async (page) => {
        await page.locator('[data-step=outcome]:is([data-state=done], [data-state=failed])').waitFor();
        return await page.getByRole('heading', { level: 1 }).innerText();
      }),
    );
    expect(ends.toSorted()).toEqual(['Order cancelled', 'Order confirmed']);
    const loser = pages[ends.indexOf('Order cancelled')];
    await loser?.getByText('Not enough stock was left in our warehouses.').waitFor();
  });

  it('sees a validation error at its field, with the correlation id', async () => {
    const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=1');
    await fillAddress(page);
    await page.getByLabel('Postal code').fill('1'.repeat(21));
    await placeOrder(page);
    const field = page.getByLabel('Postal code');
    await page.getByText('If you ask us about it, name').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    const described = await field.getAttribute('aria-describedby');
    expect(await page.locator(`[id="${described}"]`).innerText()).toMatch(/20/);
    await expect(page.evaluate(() => document.activeElement?.getAttribute('autocomplete'))).resolves.toBe(
      'postal-code',
    );
  });

  it("does not see another shopper's order", async () => {
    const page = await stage.signedIn('/checkout?sku=TENT-RIDGE-2P&quantity=1');
    await fillAddress(page);
    await placeOrder(page);
    await page.getByText('Order confirmed').waitFor();
    const { pathname } = new URL(page.url());
    const other = await stage.visit(`/sign-in?then=${encodeURIComponent(pathname)}`);
    await other.getByRole('button', { name: 'Sam, another shopper' }).click();
    await other.getByRole('button', { name: 'Sign in', exact: true }).click();
    await other.getByText('Order not found').waitFor();
    expect(await other.getByText('Ridge 2').count()).toBe(0);
  });

  it('has to sign in again when the API rejects the token', async () => {
    const page = await stage.signedIn('/orders');
    await page.getByText('No orders yet').waitFor();
    stage.api.letFail({ call: 'GET /orders', outcome: { status: 401, title: 'Unauthorized' } });
    await page.getByRole('link', { name: 'Shop', exact: true }).click();
    await page.getByRole('link', { name: 'Orders' }).click();
    await page.getByRole('heading', { name: 'Sign in required' }).waitFor();
    expect(await page.evaluate(() => sessionStorage.getItem('waypost.session'))).toBeNull();
  });
});

describe('script in a name', () => {
  it('is stored as written and not executed, in products and in addresses', async () => {
    const [first, ...others] = stage.api.shop.products;
    if (!first) throw new Error('the seed is empty');
    stage.api.shop.products = [{ ...first, name: script, description: script }, ...others];
    const page = await stage.signedIn(`/products/${first.sku}`);
    await page.getByRole('heading', { name: script }).waitFor();
    await page.getByRole('link', { name: 'Buy' }).click();
    await fillAddress(page);
    await page.getByLabel('Full name').fill(script);
    await placeOrder(page);
    await page.getByText('Order confirmed').waitFor();
    await page.getByText(`1 × ${script}`).waitFor();
    await page.getByText(script, { exact: true }).waitFor();
    expect(await page.evaluate(() => 'harmed' in window)).toBe(false);
  });
});

async function waitForCount(page: Page, count: number): Promise<number> {
  await page.waitForFunction(
    (wanted) => document.querySelectorAll('ul[aria-label=Products] > li').length === wanted,
    count,
  );
  return page.locator('ul[aria-label=Products] > li').count();
}
