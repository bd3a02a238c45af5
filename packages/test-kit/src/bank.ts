/**
 * Authenticates a payment on the bank's page, like a shopper. Returns the URL that the page redirects to.
 *
 * @throws Error if the order has no such page, or the page is invalid.
 */
export async function authenticate(
  nextActionUrl: string | undefined,
  outcome: 'authenticate' | 'fail',
): Promise<string | null> {
  if (nextActionUrl === undefined) throw new Error('There is nowhere to authenticate');
  const page = await (await fetch(nextActionUrl)).text();
  const buttons = [...page.matchAll(/<button[^>]*name="(\w+)"[^>]*value="(\w+)"/g)];
  const button = outcome === 'authenticate' ? buttons.at(0) : buttons.at(1);
  if (!button) throw new Error(`The bank's page has no button to ${outcome}: ${page}`);
  const [, name = '', value = ''] = button;
  const body = new URLSearchParams({ [name]: value });
  const answer = await fetch(nextActionUrl, { method: 'POST', body, redirect: 'manual' });
  if (answer.status !== 303) throw new Error(`The bank answered ${answer.status} instead of leading back`);
  return answer.headers.get('location');
}
