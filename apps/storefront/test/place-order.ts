import type { Page } from 'playwright-core';

/** Completes and submits the checkout form of a page. */
export async function placeOrder(
  page: Page,
  { method, country }: { method?: RegExp; country?: string } = {},
): Promise<void> {
  await page.getByRole('button', { name: 'Use a sample address' }).click();
  if (country) await page.getByLabel('Country').selectOption(country);
  if (method) await page.getByRole('radio', { name: method }).check();
  await page.getByRole('button', { name: 'Place order' }).click();
}

/** Progress of an order: states by waypoint. */
export const stepsShown = async (page: Page): Promise<Record<string, string | null>> =>
  Object.fromEntries(
    await page
      .locator('[data-step]')
      .evaluateAll((steps) => steps.map((step) => [step.getAttribute('data-step'), step.getAttribute('data-state')])),
  );
