import { afterAll, afterEach, beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { BrowserStage } from './browser-stage.ts';
import { accessibilityFaults, keepPicture, startBrowserStage } from './browser-stage.ts';

jest.setTimeout(120_000);

let stage: BrowserStage;
beforeAll(async () => {
  stage = await startBrowserStage();
});
afterEach(async () => {
  await stage.leave();
  stage.api.reset();
});
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

const placeOrder = async (page: Page, { method, country }: { method?: RegExp; country?: string } = {}) => {
  await page.getByRole('button', { name: 'Use a sample address' }).click();
  if (country) await page.getByLabel('Country').selectOption(country);
  if (method) await page.getByRole('radio', { name: method }).check();
  await page.getByRole('button', { name: 'Place the order' }).click();
};

const scenes: readonly Scene[] = [
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
    before: () => stage.api.letFail({ call: 'GET /products', outcome: down, times: 9 }),
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
      await page.getByRole('link', { name: 'Orders' }).click();
    },
    shows: '2 × Keeper’s Brass Lantern',
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
