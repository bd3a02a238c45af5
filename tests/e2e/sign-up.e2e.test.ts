import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stageClient } from '@waypost/test-kit';
import { chromiumFlags, chromiumPath } from '@waypost/test-kit/chromium';
import { type Browser, chromium, type Page } from 'playwright-core';

const { stage, signIn } = stageClient();
const password = 'Beck-walker-3';

let browser: Browser;
beforeAll(async () => {
  browser = await chromium.launch({ executablePath: await chromiumPath(), args: [...chromiumFlags] });
});
afterAll(() => browser.close());

async function signUp(page: Page, email: string, secret = password): Promise<void> {
  await page.getByLabel('Email').fill(email);
  await page.getByLabel('Password').fill(secret);
  await page.getByRole('button', { name: 'Create account' }).click();
}

async function confirm(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code').fill(code);
  await page.getByRole('button', { name: 'Confirm and sign in' }).click();
}

async function open(path: string): Promise<Page> {
  const page = await browser.newPage({ locale: 'en-GB' });
  page.setDefaultTimeout(90_000);
  await page.goto(`${stage.urls.storefront}${path}`);
  return page;
}

describe('a visitor without an account', () => {
  it('creates one on the way to the checkout, and orders the cart', async () => {
    const email = `Ada+${randomUUID()}@Example.com`;
    const page = await open('/products/MUG-ENAMEL-SPRUCE');
    await page.getByRole('button', { name: /^Add to cart/ }).click();
    await page.getByText('1 in your cart').waitFor();
    await page.getByRole('link', { name: 'Cart 1 in it' }).click();
    await page.getByRole('link', { name: 'Go to checkout' }).click();
    await page.getByRole('main').getByRole('link', { name: 'Sign in' }).click();
    await page.getByRole('link', { name: 'Create account' }).click();
    await signUp(page, email);
    const told = await page.getByText('On this stage the code is').innerText();
    await confirm(page, '000000');
    await page.getByText('The code is incorrect.').waitFor();
    await expect(signIn({ email, password })).rejects.toThrow('UserNotConfirmedException');

    await confirm(page, told.replace(/\D/g, ''));
    await page.getByText(/1 × .*Mug/).waitFor();
    await page.getByRole('button', { name: 'Use a sample address' }).click();
    await page.getByRole('button', { name: 'Place order' }).click();
    await page.getByText(/^Order (confirmed|shipped|delivered)$/).waitFor();
    // Email addresses are not case-sensitive.
    await expect(signIn({ email: email.toLowerCase(), password })).resolves.toMatch(/^ey/);
  }, 180_000);

  it('learns that an account with the address exists', async () => {
    const page = await open('/sign-up');
    await signUp(page, stage.users.shopper.email);
    expect(await page.getByRole('alert').innerText()).toContain('An account with this email already exists.');
  });

  it('can’t use a weak password, with any client', async () => {
    const answer = await fetch(`${stage.urls.storefront}/cognito`, {
      method: 'POST',
      headers: {
        'content-type': 'application/x-amz-json-1.1',
        'x-amz-target': 'AWSCognitoIdentityProviderService.SignUp',
      },
      body: JSON.stringify({
        ClientId: stage.identity.clientId,
        Username: `${randomUUID()}@example.com`,
        Password: 'beck-walker-beck',
      }),
    });
    expect([answer.status, await answer.json()]).toMatchObject([400, { __type: 'InvalidPasswordException' }]);
  });
});
