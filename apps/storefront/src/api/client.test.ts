import { describe, expect, it } from '@jest/globals';
import { createClient, retryAfter } from './client.ts';
import { ApiProblem, fieldErrors, Unreachable } from './problem.ts';

const clientOf = (answer: () => Promise<Response> | Response, token?: string) => {
  const asked: { url: string; init: RequestInit | undefined }[] = [];
  let signedOut = 0;
  const ask = createClient({
    apiUrl: '/api',
    idToken: async () => token,
    onSignedOut: () => (signedOut += 1),
    fetch: async (url, init) => {
      asked.push({ url: url instanceof Request ? url.url : url.toString(), init });
      return answer();
    },
  });
  return { ask, asked, signedOut: () => signedOut };
};

const problem =
  (status: number, more: object = {}) =>
  () =>
    new Response(JSON.stringify({ type: 'about:blank', title: 'No', status, correlationId: 'c-1', ...more }), {
      status,
    });

describe('a request', () => {
  it('carries the token, the key and the body, and only the parameters that were given', async () => {
    const { ask, asked } = clientOf(() => new Response('{"a":1}'), 'token');
    await ask('/orders', {
      method: 'POST',
      body: { b: 2 },
      idempotencyKey: 'k',
      query: { cursor: '', category: undefined, limit: 12 },
    });
    expect(asked[0]?.url).toBe('/api/orders?limit=12');
    expect(asked[0]?.init).toMatchObject({
      method: 'POST',
      body: '{"b":2}',
      headers: { authorization: 'Bearer token', 'idempotency-key': 'k', 'content-type': 'application/json' },
    });
  });
});

describe('an answer', () => {
  it('tells when to look again', async () => {
    const { ask } = clientOf(() => new Response('{}', { headers: { 'retry-after': '2' } }));
    expect((await ask('/orders/1')).lookAgainIn).toBe(2000);
  });

  it('that is a problem document is thrown with its field errors', async () => {
    const errors = [{ pointer: '/a', detail: 'first' }, { pointer: '/a', detail: 'second' }, { nonsense: true }];
    const thrown = await clientOf(problem(400, { errors }))
      .ask('/orders')
      .catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(ApiProblem);
    expect([...fieldErrors(thrown)]).toEqual([['/a', 'first']]);
  });

  it('that is no problem document still names its status and correlation id', async () => {
    const { ask } = clientOf(() => new Response('<html>', { status: 504, headers: { 'x-correlation-id': 'c-2' } }));
    await expect(ask('/orders')).rejects.toMatchObject({ problem: { status: 504, correlationId: 'c-2' } });
  });

  it('that never comes is told apart', async () => {
    await expect(clientOf(() => Promise.reject(new TypeError('refused'))).ask('/orders')).rejects.toBeInstanceOf(
      Unreachable,
    );
  });

  it('of 401 ends the session, if there was one', async () => {
    const signedIn = clientOf(problem(401), 'token');
    await signedIn.ask('/orders').catch(() => undefined);
    const signedOut = clientOf(problem(401));
    await signedOut.ask('/orders').catch(() => undefined);
    expect([signedIn.signedOut(), signedOut.signedOut()]).toEqual([1, 0]);
  });
});

describe('Retry-After', () => {
  it.each([
    ['3', 3000],
    ['0', 250],
    [null, undefined],
    ['soon', undefined],
    ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
  ])('%s is %s ms', (header, expected) => {
    expect(retryAfter(header)).toBe(expected);
  });
});
