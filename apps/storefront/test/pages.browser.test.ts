import type { Page } from 'playwright-core';
import { useBrowserStage } from './browser-stage.ts';
import { placeOrder } from './place-order.ts';
import { describeScenes } from './scenes.ts';
import type { Scene } from './scenes.ts';

const stage = useBrowserStage();

const down = { status: 503, title: 'The catalog is unavailable', detail: 'It will be back in a minute.' };

const waitFor = (page: Page, text: string) => page.getByText(text).first().waitFor();

/** Adds a product to the cart from its page, and opens the cart. */
const fillCart = async (page: Page, name = /^Add to cart/) => {
  await page.getByRole('button', { name }).first().click();
  await waitFor(page, 'in your cart');
  await page.getByRole('link', { name: /^Cart/ }).click();
  await page.locator('[data-line]').first().waitFor();
};

/** Changes a product while it is in a cart. */
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
  { name: 'cart-empty', path: '/cart', shows: 'Your cart is empty' },
  {
    name: 'cart',
    path: '/products/TENT-RIDGE-2P',
    then: (page) => fillCart(page),
    shows: 'Go to checkout',
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
    shows: 'Sold out. Remove it',
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
      stage.api.letFail({ call: 'GET /carts', outcome: { ...down, title: 'Carts are unavailable' }, times: 9 });
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
    shows: 'Check your connection and try again.',
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
  { name: 'checkout-of-nothing', path: '/checkout', signedIn: true, shows: 'Your cart is empty' },
  {
    name: 'checkout-of-the-cart',
    path: '/products/TENT-RIDGE-2P',
    signedIn: true,
    then: async (page) => {
      await fillCart(page);
      await page.getByRole('link', { name: 'Go to checkout' }).click();
    },
    shows: 'Change the cart',
  },
  {
    name: 'checkout-of-the-cart-repriced',
    path: '/products/TENT-RIDGE-2P',
    signedIn: true,
    then: async (page) => {
      await fillCart(page);
      await page.getByRole('link', { name: 'Go to checkout' }).click();
      await waitFor(page, 'Change the cart');
      change('TENT-RIDGE-2P', { amount: 39900 });
      await placeOrder(page);
      await waitFor(page, 'A price has changed');
    },
    shows: 'Accept the new prices',
  },
  {
    name: 'products-filtered',
    path: '/?maxPrice=5000&available=true',
    shows: 'All products',
  },
  { name: 'products', path: '/', shows: 'All products' },
  { name: 'products-of-a-category', path: '/?category=cooking', shows: 'Clearbeck Water Filter' },
  { name: 'products-none-found', path: '/?query=piano', shows: 'No products found' },
  {
    name: 'products-loading',
    path: '/',
    before: () => stage.api.letFail({ call: 'GET /products', outcome: 'hang' }),
    shows: 'All products',
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
  { name: 'product-not-found', path: '/products/NO-SUCH-THING', shows: 'Product not found' },
  { name: 'page-not-found', path: '/nowhere', shows: 'Page not found' },
  { name: 'sign-in', path: '/sign-in', shows: 'Just trying it out?' },
  {
    name: 'sign-in-refused',
    path: '/sign-in',
    then: async (page) => {
      await page.getByLabel('Email').fill('nobody@example.com');
      await page.getByLabel('Password').fill('wrong');
      await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    },
    shows: 'Incorrect email or password.',
  },
  { name: 'checkout-signed-out', path: '/checkout?sku=TENT-RIDGE-2P&quantity=1', shows: 'Sign in required' },
  { name: 'checkout', path: '/checkout?sku=TENT-RIDGE-2P&quantity=2', signedIn: true, shows: '€698.00' },
  {
    name: 'checkout-incomplete',
    path: '/checkout?sku=TENT-RIDGE-2P&quantity=1',
    signedIn: true,
    then: (page) => page.getByRole('button', { name: 'Place order' }).click(),
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
    shows: 'must be pm_ followed by letters, digits and underscores',
  },
];

describeScenes('the pages of the shop', stage, scenes);
