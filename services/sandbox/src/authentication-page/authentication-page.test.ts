import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { logger } from '@waypost/service-kit';
import { anIntent, intentOf, NOW, waitingIntent } from '../../test/intents.ts';
import { authenticateIntent } from '../domain/payments/authenticate-intent.ts';
import { cancelIntent } from '../domain/payments/settle-intent.ts';
import { answeredPage, authenticationPage, unclearPage } from './authentication-page.ts';
import { type Page, pageFunction } from './page-function.ts';

logger.setLogLevel('SILENT');

/** A page as the browser is given it. */
async function given(show: () => Page) {
  const handler = pageFunction('showAuthentication', async () => show());
  const {
    statusCode,
    headers = {},
    body,
  } = await handler({
    httpMethod: 'GET',
    path: '/sandbox/authenticate/pi_1',
    headers: {},
    pathParameters: { id: 'pi_1' },
    body: null,
    isBase64Encoded: false,
  });
  return { statusCode, headers, body, policy: String(headers['content-security-policy']) };
}

const authenticated = intentOf(authenticateIntent(waitingIntent(), 'authenticate', 'ch_2'));
const failed = intentOf(authenticateIntent(waitingIntent(), 'fail', 'ch_2'));

describe('the page of an intent that waits for the shopper', () => {
  it('says who asks for how much, and has two buttons', async () => {
    const { statusCode, body } = await given(() => authenticationPage(waitingIntent()));
    expect(statusCode).toBe(200);
    expect(body).toContain('Waypost asks for <strong>€249.00</strong>');
    expect(body).toContain('<button name="answer" value="authenticate">Authenticate</button>');
    expect(body).toContain('<button name="answer" value="fail">Fail the authentication</button>');
  });

  it('counts in the units of the currency', async () => {
    const { body } = await given(() => authenticationPage({ ...waitingIntent(), currency: 'jpy' }));
    expect(body).toContain('24,900');
  });

  it('runs no script, stands in no frame, and leads only here and back to the shop', async () => {
    const { policy, headers } = await given(() => authenticationPage(waitingIntent('https://shop.example/orders/1')));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self' https://shop.example;");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
  });

  it('has the style that its policy allows', async () => {
    const { policy, body } = await given(() => authenticationPage(waitingIntent()));
    const style = /<style>([^]*)<\/style>/.exec(body)?.[1] ?? '';
    expect(policy).toContain(`style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'`);
  });

  it('lets no host end its policy', async () => {
    const { policy } = await given(() => authenticationPage(waitingIntent("https://a;script-src'none'/")));
    expect(policy).toContain("form-action 'self';");
  });
});

describe('the page of an intent that requires no authentication', () => {
  it.each([
    ['was authenticated', authenticated, 'Payment authenticated'],
    ['failed', failed, 'Payment not authenticated'],
    ['was cancelled', intentOf(cancelIntent(waitingIntent(), null, NOW)), 'Payment cancelled'],
    ['was never confirmed', anIntent({ confirm: false }), 'Nothing to authenticate'],
  ])('that %s says so, and asks nothing', async (_, intent, title) => {
    const { body } = await given(() => authenticationPage(intent));
    expect(body).toContain(`<h1>${title}</h1>`);
    expect(body).not.toContain('<form');
  });

  it('links back to the shop, escaped, and nowhere but to the web', async () => {
    const withReturn = (returnUrl: string) => ({ ...authenticated, authentication: { url: '', returnUrl } });
    const escaped = await given(() => authenticationPage(withReturn('https://shop.example/?a="><script>&b=\'')));
    expect(escaped.body).not.toContain('<script>');
    expect(escaped.body).toContain('href="https://shop.example/?a=%22%3E%3Cscript%3E&#38;b=%27"');
    const script = await given(() => authenticationPage(withReturn('javascript:alert(1)')));
    expect(script.body).not.toContain('href');
  });

  it('is not found where there is none', async () => {
    expect((await given(() => authenticationPage(undefined))).statusCode).toBe(404);
  });
});

describe('after an answer', () => {
  it('the shopper goes back to the shop if it counted', async () => {
    const { statusCode, headers } = await given(() => answeredPage({ intent: authenticated, changed: true }));
    expect([statusCode, headers['location']]).toEqual([303, 'https://shop.example/orders/ord_1']);
  });

  it('the page shows the status of the intent if it did not', async () => {
    const { statusCode, body } = await given(() => answeredPage({ intent: failed, changed: false }));
    expect(statusCode).toBe(200);
    expect(body).toContain('Payment not authenticated');
  });

  it.each([null, 'javascript:alert(1)'])('the page asks the shopper to close it if they came from %s', async (from) => {
    const intent = intentOf(authenticateIntent(waitingIntent(from), 'authenticate', 'ch_2'));
    const { statusCode, body } = await given(() => answeredPage({ intent, changed: true }));
    expect(statusCode).toBe(200);
    expect(body).toContain('You can close this page.');
  });

  it('that is neither of the two nothing happens', async () => {
    expect((await given(unclearPage)).statusCode).toBe(400);
  });
});

describe('a page that breaks', () => {
  it('says nothing of why', async () => {
    const { statusCode, body } = await given(() => {
      throw new Error('table waypost-local-x is gone');
    });
    expect(statusCode).toBe(500);
    expect(body).not.toContain('table');
  });
});
