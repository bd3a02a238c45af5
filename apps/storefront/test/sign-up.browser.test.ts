import { describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { accessibilityFaults, useBrowserStage } from './browser-stage.ts';

const stage = useBrowserStage();

const email = 'jo@example.com';
const password = 'Beck-walker-3';

/** Completes and submits the form. */
async function signUp(page: Page, given: { email?: string; password?: string } = {}): Promise<void> {
  await page.getByLabel('Email').fill(given.email ?? email);
  await page.getByLabel('Password').fill(given.password ?? password);
  await page.getByRole('button', { name: 'Create account' }).click();
}

async function confirm(page: Page, code = stage.api.shop.identity.code): Promise<void> {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Confirm and sign in' }).click();
}

const countOf = (action: string) =>
  stage.api.calls.filter(({ headers }) => String(headers['x-amz-target']).endsWith(`.${action}`)).length;

describe('a new shopper', () => {
  it('creates an account on the way to the checkout, returns to it, and keeps the cart', async () => {
    const page = await stage.visit('/products/TENT-RIDGE-2P');
    await page.getByRole('button', { name: /^Add to cart/ }).click();
    await page.getByText('1 in your cart').waitFor();
    await page.getByRole('link', { name: /^Cart/ }).click();
    await page.getByRole('link', { name: 'Go to checkout' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Create account' }).click();
    await signUp(page);
    await confirm(page);
    await page.waitForURL(`${stage.url}/checkout`);
    await page.getByText('1 × Ridge 2 Trekking Tent').waitFor();
    expect(await page.getByRole('contentinfo').innerText()).toContain(email);
  });

  it('may enter the code later, since signing in asks for it too', async () => {
    const page = await stage.visit('/sign-up');
    await signUp(page);
    await page.getByLabel('Code').waitFor();
    await page.goto(`${stage.url}/sign-in?then=/orders`);
    await page.getByLabel('Email').fill(email);
    await page.getByLabel('Password').fill(password);
    await page.getByRole('button', { name: 'Sign in', exact: true }).click();
    await confirm(page);
    await page.getByText('No orders yet').waitFor();
    expect(countOf('SignUp')).toBe(1);
  });

  it('learns that the code is wrong, and may request another one', async () => {
    const page = await stage.visit('/sign-up');
    await signUp(page);
    await page.getByLabel('Code').waitFor();
    const first = stage.api.shop.identity.code;
    await confirm(page, '000000');
    await page.getByText('The code is incorrect.').waitFor();
    await page.getByRole('button', { name: 'Send another code' }).click();
    await page.getByText('We sent another code.').waitFor();
    expect(stage.api.shop.identity.code).not.toBe(first);
    await confirm(page);
    await page.getByText('All products').waitFor();
    expect(countOf('ConfirmSignUp')).toBe(2);
  });

  it('sees the unmet password requirements at the field, before it is sent', async () => {
    const page = await stage.visit('/sign-up');
    await signUp(page, { password: 'beck-walker' });
    const field = page.getByLabel('Password');
    await page.getByText('It still needs 12 characters, a capital letter, and a digit.').waitFor();
    expect(await field.getAttribute('aria-invalid')).toBe('true');
    expect(countOf('SignUp')).toBe(0);
    await signUp(page);
    await page.getByLabel('Code').waitFor();
  });

  it('learns that an address already has an account', async () => {
    const page = await stage.visit('/sign-up');
    await signUp(page, { email: 'robin@example.com' });
    await page.getByText('An account with this email already exists.').waitFor();
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('heading', { name: 'Sign in' }).waitFor();
    expect(countOf('ConfirmSignUp')).toBe(0);
  });

  it('learns that sign-up is unavailable, and keeps the typed text', async () => {
    stage.api.letFail({ call: 'POST /cognito', outcome: 'drop' });
    const page = await stage.visit('/sign-up');
    await signUp(page);
    await page.getByText('Sign-up is unavailable').waitFor();
    expect(await page.getByLabel('Email').inputValue()).toBe(email);
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByLabel('Code').waitFor();
  });
});

describe('every state of the sign-up', () => {
  const looks = [
    ['wide and light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
    ['narrow and dark', { viewport: { width: 375, height: 740 }, colorScheme: 'dark' }],
  ] as const;

  it.each(looks)('is accessible and fits, %s', async (_, options) => {
    const page = await stage.visit('/sign-up', options);
    const expectToBeWell = async () => {
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
      ).toBe(0);
    };
    await page.getByLabel('Password').waitFor();
    await expectToBeWell();
    await signUp(page, { password: 'weak' });
    await page.getByText('It still needs').waitFor();
    await expectToBeWell();
    await signUp(page);
    await confirm(page, '000000');
    await page.getByText('The code is incorrect.').waitFor();
    await expectToBeWell();
  });
});
