import { expect, it } from 'vitest';
import { accessibilityFaults, useBrowserStage } from './browser-stage.ts';
import { placeOrder } from './place-order.ts';

const stage = useBrowserStage();

it('adds the lines of a declined order to the cart again, and opens it', async () => {
  const page = await stage.signedIn('/products/MUG-ENAMEL-SPRUCE');
  await page.getByLabel('Quantity').selectOption('3');
  await page.getByRole('button', { name: /^Add to cart/ }).click();
  await page.getByText('3 in your cart').waitFor();
  await page.getByRole('link', { name: /^Cart/ }).click();
  await page.getByRole('link', { name: 'Go to checkout' }).click();
  await placeOrder(page, { method: /declined/ });
  await page.getByText('The payment was declined. Nothing was charged.').waitFor();
  stage.api.letFail({ call: 'PUT /carts', outcome: 'drop' });
  await page.getByRole('button', { name: 'Add these items to your cart' }).click();
  await page.getByText('Your cart was not changed').waitFor();
  await page.getByRole('button', { name: 'Add these items to your cart' }).click();
  await page.getByText('Added to your cart').waitFor();
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.getByRole('link', { name: 'Go to cart' }).click();
  await page.locator('[data-line=MUG-ENAMEL-SPRUCE]').waitFor();
  expect(await page.getByLabel('Quantity of').inputValue()).toBe('3');
});
