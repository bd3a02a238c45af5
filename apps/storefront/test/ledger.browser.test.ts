import { describe, expect, it } from 'vitest';
import { useBrowserStage } from './browser-stage.ts';
import { describeScenes } from './scenes.ts';

const stage = useBrowserStage();
const down = { status: 503, title: 'The ledger is unavailable', detail: 'Try again in a moment.' };

describeScenes('the ledger', stage, [
  { name: 'ledger', path: '/ledger', signedIn: 'operator', shows: 'Reconciled: all payments agree with the provider' },
  {
    name: 'ledger-empty',
    path: '/ledger',
    signedIn: 'operator',
    before: () => (stage.api.shop.ledger.isEmpty = true),
    shows: 'Nothing was posted yet.',
  },
  {
    name: 'ledger-differing',
    path: '/ledger',
    signedIn: 'operator',
    before: () => (stage.api.shop.ledger.differs = true),
    shows: 'pi_1',
  },
  {
    name: 'ledger-failing',
    path: '/ledger',
    signedIn: 'operator',
    before: () => stage.api.letFail({ call: 'GET /ledger', outcome: down, times: 30 }),
    shows: 'The ledger is unavailable',
  },
  { name: 'ledger-not-for-shoppers', path: '/ledger', signedIn: true, shows: 'Forbidden: operator role required' },
  { name: 'account', path: '/ledger/accounts/provider-clearing', signedIn: 'operator', shows: 'payment-captured' },
  { name: 'account-missing', path: '/ledger/accounts/petty-cash', signedIn: 'operator', shows: 'Account not found' },
  { name: 'journal', path: '/ledger/journals/EUR-0', signedIn: 'operator', shows: 'Resulting state' },
]);

describe('the ledger', () => {
  it('links an account to its entries and its statement', async () => {
    const page = await stage.asOperator('/ledger');
    await page.getByRole('link', { name: 'provider-clearing' }).click();
    await page.getByText('payment-captured').waitFor();
    await page.getByLabel('Statement of').fill('2026-05');
    const [saved] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save as CSV' }).click(),
    ]);
    expect(saved.suggestedFilename()).toBe('provider-clearing-2026-05.csv');
  });

  it('shows the events of a journal with the resulting states', async () => {
    const page = await stage.asOperator('/ledger');
    await page.getByRole('link', { name: 'EUR-0' }).click();
    const row = page.getByRole('row', { name: /payment-captured/ });
    await row.waitFor();
    expect(await row.innerText()).toContain('−€100.00');
  });
});
