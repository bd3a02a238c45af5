// npm run screenshots: takes the pictures of docs/screenshots from the running stage. Orders placed for them stay on
// the stage.
import { mkdir, stat } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { chromiumFlags, installChromium } from '@waypost/test-kit/chromium';
import { readStageFile } from '@waypost/test-kit';
import { chromium } from 'playwright-core';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';

const directory = fileURLToPath(new URL('../../../docs/screenshots/', import.meta.url));

/** Limit in bytes, since the README should load quickly. */
const MAX_SIZE = 200_000;

/** Season of the front page, whenever the screenshots are taken. */
const DAY = new Date('2026-10-15T12:00');

const { urls, users } = readStageFile();
const shop = urls.storefront;
if (shop === undefined) throw new Error('This stage has no storefront');

async function open(browser: Browser, path: string, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({
    viewport: { width: 1200, height: 800 },
    colorScheme: 'light',
    locale: 'en-GB',
    reducedMotion: 'reduce',
    ...options,
  });
  const page = await context.newPage();
  page.setDefaultTimeout(90_000);
  await page.clock.setFixedTime(DAY);
  await page.goto(shop + path);
  return page;
}

async function take(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.waitForLoadState('networkidle');
  await page.evaluate(async () => {
    const eager = [...document.images].filter(({ loading }) => loading !== 'lazy');
    await Promise.all(eager.map((image) => image.decode()));
    await document.fonts.ready;
  });
  const path = `${directory}${name}.png`;
  await page.screenshot({ path, animations: 'disabled', caret: 'hide' });
  const { size } = await stat(path);
  console.log(`${name}.png  ${(size / 1000).toFixed(0)} KB`);
  if (size > MAX_SIZE) throw new Error(`${name}.png is larger than ${MAX_SIZE / 1000} KB`);
}

const addToCart = async (page: Page, sku: string, quantity: string) => {
  await page.goto(`${shop}/products/${sku}`);
  await page.getByLabel('Quantity').selectOption(quantity);
  await page.getByRole('button', { name: /^Add to cart/ }).click();
  await page.getByText('in your cart').waitFor();
};

/** An order, from the product page to its delivery. */
async function buy(browser: Browser): Promise<void> {
  const page = await open(browser, '/');
  await page.getByRole('list', { name: 'For autumn' }).waitFor();
  await take(page, 'home');

  await addToCart(page, 'MUG-ENAMEL-SPRUCE', '2');
  await addToCart(page, 'TENT-RIDGE-2P', '1');
  await page.getByText('In stock').waitFor();
  await take(page, 'product');

  await page.getByRole('link', { name: /^Cart/ }).click();
  await page.getByRole('link', { name: 'Go to checkout' }).waitFor();
  await take(page, 'cart');

  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
  await page.getByLabel('Email').fill(users.shopper.email);
  await page.getByLabel('Password').fill(users.shopper.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.getByRole('button', { name: 'Use a sample address' }).click();
  await page.getByText('Change the cart').waitFor();
  await take(page, 'checkout');

  await page.getByRole('button', { name: 'Place order' }).click();
  await page.locator('[data-step=outcome][data-state=done]').waitFor();
  await page.waitForFunction(() =>
    [...document.querySelectorAll('[data-step]')].every((step) =>
      /done|skipped/.test(step.getAttribute('data-state') ?? ''),
    ),
  );
  await take(page, 'order');
}

async function others(browser: Browser): Promise<void> {
  const dark = await open(browser, '/products/LAMP-HEAD-400', { colorScheme: 'dark' });
  await dark.getByText('In stock').waitFor();
  await take(dark, 'product-dark');

  const phone = await open(browser, '/', { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true });
  await phone.getByRole('list', { name: 'For autumn' }).waitFor();
  await take(phone, 'home-phone');
}

await mkdir(directory, { recursive: true });
const browser = await chromium.launch({ executablePath: await installChromium(), args: [...chromiumFlags] });
try {
  await buy(browser);
  await others(browser);
} finally {
  await browser.close();
}
