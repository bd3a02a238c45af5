import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { BrowserStage } from './browser-stage.ts';
import { accessibilityFaults, keepPicture, startBrowserStage } from './browser-stage.ts';
import { placeOrder } from './place-order.ts';

jest.setTimeout(120_000);

let stage: BrowserStage;
beforeAll(async () => {
  stage = await startBrowserStage();
});
afterEach(() => stage.leave());
afterAll(() => stage.stop());

/** Wide and light, narrow and dark: between them every rule of the layout and every colour. */
const looks = {
  desktop: { viewport: { width: 1280, height: 900 }, colorScheme: 'light', axe: 'everything' },
  phone: { viewport: { width: 375, height: 740 }, colorScheme: 'dark', axe: 'appearance' },
} as const;

interface Scene {
  readonly name: string;
  readonly path: string;
  readonly signedIn?: boolean;
  /** What has to go wrong, or be there, before the page is opened. */
  readonly before?: () => void;
  /** What a person does on the page. */
  readonly then?: (page: Page) => Promise<void>;
  /** Text that shows that the state was reached. */
  readonly shows: string | RegExp;
}

const down = { status: 503, title: 'The catalogue is resting', detail: 'It will be back in a minute.' };

/** So many that a person looks at the order. */
const large = '/checkout?sku=TENT-RIDGE-2P&quantity=20';

const waitFor = (page: Page, text: string) => page.getByText(text).first().waitFor();

/** Places an order so large that a person looks at it. */
const placeLargeOrder = async (page: Page) => {
  await placeOrder(page);
  await waitFor(page, 'We are looking at it');
};

const cancel = async (page: Page) => {
  await page.getByRole('button', { name: 'Cancel this order' }).click();
  await page.getByRole('button', { name: 'Yes, cancel it' }).click();
};

/** Puts something into the cart from its page, and opens the cart. */
const fillCart = async (page: Page, name = /^Add to cart/) => {
  await page.getByRole('button', { name }).first().click();
  await waitFor(page, 'in your cart');
  await page.getByRole('link', { name: /^Cart/ }).click();
  await page.locator('[data-line]').first().waitFor();
};

/** The shop changes its mind about a product while it lies in a cart. */
const change = (sku: string, fields: { amount?: number; left?: number }) => {
  stage.api.shop.products = stage.api.shop.products.map((product) =>
    product.sku === sku
      ? {
          ...product,
          ...(fields.amount && { price: { ...product.price, amount: fields.amount } }),
          ...(fields.left !== undefined && { stock: { north: fields.left, south: 0 } }),
        }
      : product,
  );
};

const busy = { status: 429, title: 'Too many requests at once' };

const scenes: readonly Scene[] = [
  { name: 'cart-empty', path: '/cart', shows: 'Nothing in it yet' },
  {
    name: 'cart',
    path: '/products/TENT-RIDGE-2P',
    then: (page) => fillCart(page),
    shows: 'To the checkout',
  },
  {
    name: 'cart-changed',
    path: '/products/TENT-RIDGE-2P',
    then: async (page) => {
      await page.getByLabel('Quantity').selectOption('3');
      await fillCart(page);
      change('TENT-RIDGE-2P', { amount: 39900, left: 2 });
      await page.reload();
    },
    shows: 'It was €349.00 when you saw it, and is €399.00 now.',
  },
  {
    name: 'cart-sold-out',
    path: '/products/TENT-RIDGE-2P',
    then: async (page) => {
      await fillCart(page);
      change('TENT-RIDGE-2P', { left: 0 });
      await page.reload();
    },
    shows: 'It is sold out.',
  },
  {
    name: 'cart-loading',
    path: '/products/TENT-RIDGE-2P',
    then: async (page) => {
      await fillCart(page);
      stage.api.letFail({ call: 'GET /carts', outcome: 'hang' });
      await page.reload();
    },
    shows: 'Waypost, outfitters',
  },
  {
    name: 'cart-failing',
    path: '/products/TENT-RIDGE-2P',
    then: async (page) => {
      await fillCart(page);
      stage.api.letFail({ call: 'GET /carts', outcome: { ...down, title: 'Carts are resting' }, times: 9 });
      await page.reload();
    },
    shows: 'It is our fault, not yours.',
  },
  {
    name: 'cart-too-busy',
    path: '/products/TENT-RIDGE-2P',
    then: async (page) => {
      await fillCart(page);
      stage.api.letFail({ call: 'PUT /carts', outcome: busy });
      await page.getByLabel('Quantity of').selectOption('5');
    },
    shows: 'Wait a moment, then try again.',
  },
  {
    name: 'cart-offline',
    path: '/products/TENT-RIDGE-2P',
    then: async (page) => {
      await fillCart(page);
      await page.context().setOffline(true);
      await page.getByRole('button', { name: /^Take/ }).click();
    },
    shows: 'Check the connection and try again.',
  },
  {
    name: 'product-not-added',
    path: '/products/TENT-RIDGE-2P',
    then: async (page) => {
      stage.api.letFail({
        call: 'PUT /carts',
        outcome: {
          status: 409,
          title: 'The cart is full',
          detail: 'A cart holds 40 different products; take one out first.',
        },
      });
      await page.getByRole('button', { name: /^Add to cart/ }).click();
    },
    shows: 'Not added. A cart holds 40 different products',
  },
  { name: 'checkout-of-nothing', path: '/checkout', signedIn: true, shows: 'Nothing to buy yet' },
  {
    name: 'checkout-of-the-cart',
    path: '/products/TENT-RIDGE-2P',
    signedIn: true,
    then: async (page) => {
      await fillCart(page);
      await page.getByRole('link', { name: 'To the checkout' }).click();
    },
    shows: 'Change the cart',
  },
  {
    name: 'checkout-of-the-cart-repriced',
    path: '/products/TENT-RIDGE-2P',
    signedIn: true,
    then: async (page) => {
      await fillCart(page);
      await page.getByRole('link', { name: 'To the checkout' }).click();
      await waitFor(page, 'Change the cart');
      change('TENT-RIDGE-2P', { amount: 39900 });
      await placeOrder(page);
      await waitFor(page, 'A price changed since you saw it');
    },
    shows: 'Agree to the new prices',
  },
  {
    name: 'products-filtered',
    path: '/?maxPrice=5000&available=true',
    shows: 'Everything we carry',
  },
  { name: 'products', path: '/', shows: 'Everything we carry' },
  { name: 'products-of-a-category', path: '/?category=cooking', shows: 'Clearbeck Water Filter' },
  { name: 'products-none-found', path: '/?query=piano', shows: 'Nothing found here' },
  {
    name: 'products-loading',
    path: '/',
    before: () => stage.api.letFail({ call: 'GET /products', outcome: 'hang' }),
    shows: 'Everything we carry',
  },
  {
    name: 'products-failing',
    path: '/',
    before: () => stage.api.letFail({ call: 'GET /products', outcome: down, times: 99 }),
    shows: down.detail,
  },
  { name: 'product', path: '/products/TENT-RIDGE-2P', shows: 'In stock, north and south' },
  { name: 'product-last-one', path: '/products/LANTERN-KEEPER', shows: 'Only one left' },
  { name: 'product-sold-out', path: '/products/BEANIE-CAIRN', shows: 'Sold out' },
  { name: 'product-not-found', path: '/products/NO-SUCH-THING', shows: 'This product is not on our map' },
  { name: 'page-not-found', path: '/nowhere', shows: 'This page is not on our map' },
  { name: 'sign-in', path: '/sign-in', shows: 'Just trying it out?' },
  {
    name: 'sign-in-refused',
    path: '/sign-in',
    then: async (page) => {
      await page.getByLabel('Email').fill('nobody@example.com');
      await page.getByLabel('Password').fill('wrong');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    },
    shows: 'This email and password do not belong together.',
  },
  { name: 'checkout-signed-out', path: '/checkout?sku=TENT-RIDGE-2P&quantity=1', shows: 'Sign in first' },
  { name: 'checkout', path: '/checkout?sku=TENT-RIDGE-2P&quantity=2', signedIn: true, shows: '€698.00' },
  {
    name: 'checkout-incomplete',
    path: '/checkout?sku=TENT-RIDGE-2P&quantity=1',
    signedIn: true,
    then: (page) => page.getByRole('button', { name: 'Place the order' }).click(),
    shows: 'Enter a street and number',
  },
  {
    name: 'checkout-refused',
    path: '/checkout?sku=TENT-RIDGE-2P&quantity=1',
    signedIn: true,
    then: async (page) => {
      await page.getByRole('radio', { name: 'Another test payment method' }).check();
      await page.getByLabel('Payment method', { exact: true }).fill('visa, please');
      await placeOrder(page);
    },
    shows: 'a payment method begins with pm_',
  },
  { name: 'orders-signed-out', path: '/orders', shows: 'Sign in first' },
  { name: 'orders-none', path: '/orders', signedIn: true, shows: 'No orders yet' },
  {
    name: 'order-confirmed',
    path: '/checkout?sku=TENT-RIDGE-2P&quantity=1',
    signedIn: true,
    then: placeOrder,
    shows: 'It’s yours',
  },
  {
    name: 'order-declined',
    path: '/checkout?sku=MUG-ENAMEL-SPRUCE&quantity=4',
    signedIn: true,
    then: (page) => placeOrder(page, { method: /declined/ }),
    shows: 'The payment was declined. Nothing was charged.',
  },
  {
    name: 'order-undone',
    path: '/checkout?sku=MUG-ENAMEL-SPRUCE&quantity=1',
    signedIn: true,
    then: (page) => placeOrder(page, { country: 'IS' }),
    shows: /No carrier goes/,
  },
  {
    name: 'order-moving',
    path: '/checkout?sku=PACK-KIDS-12&quantity=1',
    signedIn: true,
    then: async (page) => {
      await placeOrder(page);
      await page.getByText('Stock and money held: done').waitFor();
    },
    shows: 'We are on it',
  },
  {
    name: 'order-in-review',
    path: large,
    signedIn: true,
    then: placeLargeOrder,
    shows: /A person looks at it, since it is large/,
  },
  {
    name: 'order-review-rejected',
    path: large,
    signedIn: true,
    then: async (page) => {
      await placeLargeOrder(page);
      stage.api.shop.onlyOrder().cancel('review_rejected');
    },
    shows: 'We looked at this order and can’t take it. Nothing was charged.',
  },
  {
    name: 'order-awaiting-payment',
    path: '/checkout?sku=TENT-RIDGE-2P&quantity=1',
    signedIn: true,
    then: (page) => placeOrder(page, { method: /authenticate/ }),
    shows: 'Authenticate the payment',
  },
  {
    name: 'order-authentication-timed-out',
    path: '/checkout?sku=TENT-RIDGE-2P&quantity=1',
    signedIn: true,
    then: async (page) => {
      await placeOrder(page, { method: /authenticate/ });
      await waitFor(page, 'One step is yours');
      stage.api.shop.onlyOrder().cancel('payment_timeout');
    },
    shows: 'The payment was not authenticated in time. Nothing was charged.',
  },
  {
    name: 'order-cancel-question',
    path: large,
    signedIn: true,
    then: async (page) => {
      await placeLargeOrder(page);
      await page.getByRole('button', { name: 'Cancel this order' }).click();
    },
    shows: 'Cancel this order?',
  },
  {
    name: 'order-cancel-asking',
    path: large,
    signedIn: true,
    before: () => stage.api.letFail({ call: 'POST /orders/', outcome: 'hang' }),
    then: async (page) => {
      await placeLargeOrder(page);
      await cancel(page);
    },
    shows: 'Asking …',
  },
  {
    name: 'order-cancel-failed',
    path: large,
    signedIn: true,
    before: () => stage.api.letFail({ call: 'POST /orders/', outcome: { ...down, title: 'Orders are resting' } }),
    then: async (page) => {
      await placeLargeOrder(page);
      await cancel(page);
    },
    shows: 'We could not take your cancellation',
  },
  {
    name: 'order-cancel-requested',
    path: large,
    signedIn: true,
    then: async (page) => {
      await placeLargeOrder(page);
      await cancel(page);
    },
    shows: 'You asked us to cancel',
  },
  {
    name: 'order-cancel-too-late',
    path: large,
    signedIn: true,
    then: async (page) => {
      await placeLargeOrder(page);
      stage.api.letFail({ call: 'POST /orders/', outcome: { status: 409, title: 'Conflict' } });
      await cancel(page);
      stage.api.shop.onlyOrder().approve();
      await waitFor(page, 'It’s yours');
    },
    shows: 'It was confirmed in the meantime',
  },
  {
    name: 'order-cancelled-by-shopper',
    path: '/checkout?sku=TENT-RIDGE-2P&quantity=1',
    signedIn: true,
    then: async (page) => {
      await placeOrder(page, { method: /authenticate/ });
      await waitFor(page, 'One step is yours');
      await cancel(page);
      await waitFor(page, 'You asked us to cancel');
      stage.api.shop.onlyOrder().cancel('customer_request');
    },
    shows: 'You asked us to cancel it, and we did. Nothing was charged.',
  },
  {
    name: 'order-not-found',
    path: '/orders/ord_00000000000000000000000000000000',
    signedIn: true,
    shows: 'This order is not on our map',
  },
  {
    name: 'orders',
    path: '/checkout?sku=TENT-RIDGE-2P&quantity=1',
    signedIn: true,
    then: async (page) => {
      await placeOrder(page);
      await page.getByText('It’s yours').waitFor();
      await page.goto(`${stage.url}/checkout?sku=LANTERN-KEEPER&quantity=2`);
      await placeOrder(page);
      await page.getByText('This order was cancelled').waitFor();
      await page.goto(stage.url + large);
      await placeLargeOrder(page);
      await page.goto(`${stage.url}/checkout?sku=TENT-RIDGE-2P&quantity=1`);
      await placeOrder(page, { method: /authenticate/ });
      await waitFor(page, 'One step is yours');
      await page.getByRole('link', { name: 'Orders' }).click();
      await waitFor(page, 'Waiting for you');
    },
    shows: 'Being looked at',
  },
];

describe('every state of every page', () => {
  it.each(scenes.map((scene) => [scene.name, scene] as const))(
    '%s is accessible and fits, wide and narrow',
    async (name, scene) => {
      scene.before?.();
      const page = await (scene.signedIn ? stage.signedIn : stage.visit)(scene.path);
      await scene.then?.(page);
      await page.getByText(scene.shows).first().waitFor();
      for (const [look, { viewport, colorScheme, axe }] of Object.entries(looks)) {
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        expect(await accessibilityFaults(page, axe)).toEqual([]);
        expect(
          await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
        ).toBe(0);
        await keepPicture(page, `${look}/${name}`);
      }
    },
  );
});
