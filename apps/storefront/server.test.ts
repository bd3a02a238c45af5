import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request as httpRequest } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { everyRoute } from '@waypost/contracts/catalogue';
import { apiRoutes, upstreamOf } from './server/api-routes.ts';
import { serveStorefront } from './server.ts';
import { page, pagePolicy, startFakeUpstream } from './test/fake-upstream.ts';
import type { FakeUpstream } from './test/fake-upstream.ts';

let dist: string;
let upstream: FakeUpstream;
let storefront: { url: string; stop(): Promise<void> };

beforeAll(async () => {
  dist = await mkdtemp(join(tmpdir(), 'storefront-'));
  await mkdir(join(dist, 'assets'));
  await writeFile(join(dist, 'index.html'), '<!doctype html><title>the app</title>');
  await writeFile(join(dist, 'assets', 'app-1a2b.js'), 'export {};');
  upstream = await startFakeUpstream();
  storefront = await serveStorefront({
    port: 0,
    distDirectory: dist,
    stage: {
      apis: {
        catalog: `${upstream.url}/catalog-api/v1/`,
        order: `${upstream.url}/order-api`,
        payment: 'http://127.0.0.1:9',
        sandbox: `${upstream.url}/sandbox-api`,
      },
      cognitoEndpoint: `${upstream.url}/identity`,
      clientId: 'client-1',
      sampleUsers: [{ label: 'Shopper', email: 'a@example.com', password: 'secret' }],
    },
  });
});

afterAll(async () => {
  await storefront.stop();
  await upstream.stop();
  await rm(dist, { recursive: true });
});

describe('the app', () => {
  it('is served for every path of its own', async () => {
    for (const path of ['/', '/products/TENT-1', '/orders?cursor=a.b']) {
      const answer = await fetch(storefront.url + path);
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('the app');
    }
  });

  it('has a content security policy that forbids inline script', async () => {
    const policy = (await fetch(storefront.url)).headers.get('content-security-policy');
    expect(policy).toContain("script-src 'self';");
    expect(policy).not.toContain('unsafe-inline');
  });

  it('allows caching of hashed files only', async () => {
    expect((await fetch(`${storefront.url}/assets/app-1a2b.js`)).headers.get('cache-control')).toContain('immutable');
    expect((await fetch(storefront.url)).headers.get('cache-control')).toBe('no-cache');
  });

  it('returns 404 for a missing file', async () => {
    expect((await fetch(`${storefront.url}/assets/old-ffff.js`)).status).toBe(404);
  });

  it('never serves a file outside of its folder', async () => {
    const { status, body } = await raw('/..%2f..%2f..%2f..%2fetc%2fpasswd');
    expect(status).toBe(400);
    expect(body).not.toContain('root:');
  });

  it('reads its configuration at run time, which omits the addresses of the service APIs', async () => {
    expect(await (await fetch(`${storefront.url}/config.json`)).json()).toEqual({
      apiUrl: '/api',
      identity: { endpoint: '/cognito', clientId: 'client-1' },
      sampleUsers: [{ label: 'Shopper', email: 'a@example.com', password: 'secret' }],
    });
  });
});

describe('a request to the API', () => {
  it('reaches the service that owns the first path segment, with path, query, headers and body', async () => {
    const answer = await fetch(`${storefront.url}/api/orders/ord_1?x=%2F`, {
      method: 'POST',
      body: '{"a":1}',
      headers: { 'idempotency-key': 'key-1', authorization: 'Bearer t' },
    });
    expect(await answer.json()).toMatchObject({
      method: 'POST',
      url: '/order-api/orders/ord_1?x=%2F',
      headers: { 'idempotency-key': 'key-1', authorization: 'Bearer t', host: new URL(upstream.url).host },
      body: '{"a":1}',
    });
    expect(answer.headers.get('etag')).toBe('"1"');
  });

  it('is appended to a base URL that ends with a slash', async () => {
    expect(await (await fetch(`${storefront.url}/api/products?limit=2`)).json()).toMatchObject({
      url: '/catalog-api/v1/products?limit=2',
    });
  });

  it("keeps an API's 404 and its problem document", async () => {
    const answer = await fetch(`${storefront.url}/api/products/NONE`);
    expect(answer.status).toBe(404);
    expect(await answer.json()).toMatchObject({ title: 'No such product' });
  });

  it.each(['/api', '/api/', '/api/nothing', '/api/bookings', '/api/__proto__', '/api/constructor/x'])(
    'to %s, which nobody owns or nobody deployed, is a 404 problem',
    async (path) => {
      const answer = await fetch(storefront.url + path);
      expect(answer.status).toBe(404);
      expect(answer.headers.get('content-type')).toBe('application/problem+json');
      expect(await answer.json()).toMatchObject({ status: 404, correlationId: answer.headers.get('x-correlation-id') });
    },
  );

  it('returns a 502 problem for an unavailable service', async () => {
    const answer = await fetch(`${storefront.url}/api/payments/ord_1`);
    expect(answer.status).toBe(502);
    expect(await answer.json()).toMatchObject({ title: 'Bad gateway', instance: '/api/payments/ord_1' });
  });

  it("can't leave the API by dot segments", () => {
    const apis = { order: 'https://engine/orders-api' };
    expect(upstreamOf('/api/orders/../../other-api/x', apis)).toBeUndefined();
    expect(upstreamOf('/api/orders/%2e%2e/%2e%2e/other-api', apis)).toBeUndefined();
    expect(upstreamOf('/api/orders/../orders', apis)?.href).toBe('https://engine/orders-api/orders');
  });

  it('has an owner for every segment of the table', () => {
    const apis = Object.fromEntries(Object.values(apiRoutes).map((service) => [service, `https://engine/${service}`]));
    for (const [segment, service] of Object.entries(apiRoutes)) {
      expect(upstreamOf(`/api/${segment}`, apis)?.href).toBe(`https://engine/${service}/${segment}`);
    }
  });
});

describe('the routes of the contracts', () => {
  it('have one owner for each first path segment', () => {
    const owners = new Set(everyRoute.map(({ path, owner }) => `${path.split('/')[1]} ${owner}`));
    expect(owners.size).toBe(Object.keys(apiRoutes).length);
  });
});

describe('a form submitted from a page behind the API', () => {
  const authenticate = () =>
    fetch(`${storefront.url}/api/sandbox/authenticate/pi_1`, {
      method: 'POST',
      body: new URLSearchParams({ answer: 'authenticate' }),
      redirect: 'manual',
    });

  it('reaches the service byte for byte, with its content type', async () => {
    await authenticate();
    expect(upstream.requests.at(-1)).toMatchObject({
      method: 'POST',
      url: '/sandbox-api/sandbox/authenticate/pi_1',
      headers: { 'content-type': expect.stringMatching(/^application\/x-www-form-urlencoded/) },
      body: 'answer=authenticate',
    });
  });

  it.each(['https://shop.example/orders/ord_1?a=%2F', '/orders/ord_1'])(
    'is answered with the redirect to %s as it came: the browser follows it, not the front door',
    async (location) => {
      upstream.redirectTo = location;
      const before = upstream.requests.length;
      const answer = await authenticate();
      expect(answer.status).toBe(303);
      expect(answer.headers.get('location')).toBe(location);
      expect(upstream.requests).toHaveLength(before + 1);
    },
  );

  it('comes from a page with a content security policy of its own, which the front door keeps', async () => {
    const answer = await fetch(`${storefront.url}/api/sandbox/authenticate/pi_1`);
    expect(answer.status).toBe(200);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toBe(pagePolicy);
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer');
    expect(answer.headers.get('x-frame-options')).toBe('DENY');
    expect(await answer.text()).toBe(page);
  });

  it('keeps an HTML 404', async () => {
    const answer = await fetch(`${storefront.url}/api/sandbox/authenticate/NONE`);
    expect(answer.status).toBe(404);
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
  });
});

describe('a sign-in', () => {
  it('is forwarded to Cognito', async () => {
    const headers = { 'x-amz-target': 'AWSCognitoIdentityProviderService.InitiateAuth' };
    const answer = await fetch(`${storefront.url}/cognito`, { method: 'POST', body: '{}', headers });
    expect(await answer.json()).toMatchObject({ url: '/identity', headers, body: '{}' });
  });

  it('is a POST', async () => {
    expect((await fetch(`${storefront.url}/cognito`)).status).toBe(405);
  });
});

/** A request whose path is not normalized. */
function raw(path: string): Promise<{ status: number | undefined; body: string }> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(storefront.url);
    const request = httpRequest({ hostname, port, path }, (response) => {
      let body = '';
      response.on('data', (chunk) => (body += String(chunk)));
      response.on('end', () => resolve({ status: response.statusCode, body }));
    });
    request.on('error', reject).end();
  });
}
