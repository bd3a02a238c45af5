import { describe, expect, it } from 'vitest';
import { useBrowserStage } from './browser-stage.ts';
import { describeScenes } from './scenes.ts';

const stage = useBrowserStage();
const down = { status: 503, title: 'The books are closed', detail: 'Try again in a moment.' };

describeScenes('the books', stage, [
  { name: 'books', path: '/books', signedIn: 'operator', shows: 'Both agree on every payment' },
  {
    name: 'books-empty',
    path: '/books',
    signedIn: 'operator',
    before: () => (stage.api.shop.books.isEmpty = true),
    shows: 'Nothing was posted yet.',
  },
  {
    name: 'books-differing',
    path: '/books',
    signedIn: 'operator',
    before: () => (stage.api.shop.books.differs = true),
    shows: 'pi_1',
  },
  {
    name: 'books-failing',
    path: '/books',
    signedIn: 'operator',
    before: () => stage.api.letFail({ call: 'GET /ledger', outcome: down, times: 30 }),
    shows: 'The books are closed',
  },
  { name: 'books-not-for-shoppers', path: '/books', signedIn: true, shows: 'Forbidden: operator role required' },
  { name: 'account', path: '/books/accounts/provider-clearing', signedIn: 'operator', shows: 'payment-captured' },
  { name: 'account-missing', path: '/books/accounts/petty-cash', signedIn: 'operator', shows: 'not on our map' },
  { name: 'journal', path: '/books/journals/EUR-0', signedIn: 'operator', shows: 'State after it' },
]);

describe('the books', () => {
  it('lead from an account to its entries and its statement', async () => {
    const page = await stage.asOperator('/books');
    await page.getByRole('link', { name: 'provider-clearing' }).click();
    await page.getByText('payment-captured').waitFor();
    await page.getByLabel('Statement of').fill('2026-05');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('provider-clearing-2026-05.csv');
  });

  it('show a journal’s events with the state that each left', async () => {
    const page = await stage.asOperator('/books');
    await page.getByRole('link', { name: 'EUR-0' }).click();
    const row = page.getByRole('row', { name: /payment-captured/ });
    await row.waitFor();
    expect(await row.innerText()).toContain('−€100.00');
  });
});
