/**
 * What a shopper does on the bank's page, to which an order that waits for an authenticated payment leads; gives where that leads back to.
 *
 * @throws Error when there is nowhere to go, or the page isn't as it should be.
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
