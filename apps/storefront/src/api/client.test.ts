import { describe, expect, it } from 'vitest';
import { answerTo, createClient, retryAfter } from './client.ts';
import { ApiProblem, fieldErrors, Unreachable } from './problem.ts';
import { createShop } from './shop.ts';

const clientOf = (answer: () => Promise<Response> | Response, token?: string) => {
  const asked: Request[] = [];
  let signedOut = 0;
  const client = createClient({
    apiUrl: 'https://shop.example/api',
    idToken: async () => token,
    onSignedOut: () => (signedOut += 1),
    fetch: async (request) => {
      asked.push(request.clone());
      return answer();
    },
  });
  const readOrders = (signal?: AbortSignal) => createShop(client).listOrders(undefined, signal);
  return { client, shop: createShop(client), readOrders, asked, signedOut: () => signedOut };
};

const json = (body: string, init?: ResponseInit) => () => new Response(body, init);

const problem = (status: number, more: object = {}) =>
  json(JSON.stringify({ type: 'about:blank', title: 'No', status, correlationId: 'c-1', ...more }), { status });

describe('a request', () => {
  it('sends the token, the idempotency key and the body', async () => {
    const { shop, asked } = clientOf(json('{"a":1}'), 'token');
    const lines = [{ sku: 'A', quantity: 1 }];
    await shop.requestReturn('ord_1', lines, 'k');
    const [request] = asked;
    expect([request?.method, request?.url]).toEqual(['POST', 'https://shop.example/api/orders/ord_1/returns']);
    expect(Object.fromEntries(request?.headers ?? [])).toMatchObject({
      accept: 'application/json',
      authorization: 'Bearer token',
      'idempotency-key': 'k',
      'content-type': 'application/json',
    });
    await expect(request?.json()).resolves.toEqual({ lines });
  });

  it('sends only the given parameters, percent-encoded, and no token for a guest', async () => {
    const { shop, asked } = clientOf(json('{"items":[]}'));
    await shop.listProducts({ query: 'a&b', category: undefined, cursor: '' });
    await shop.getProduct('A/B?c');
    expect(asked.map(({ url }) => url)).toEqual([
      'https://shop.example/api/products?query=a%26b&limit=12',
      'https://shop.example/api/products/A%2FB%3Fc',
    ]);
    expect(asked[0]?.headers.has('authorization')).toBe(false);
  });

  it('that is aborted is not reported as a lost connection', async () => {
    const stopped = new AbortController();
    const { readOrders } = clientOf(() => {
      stopped.abort();
      return Promise.reject(stopped.signal.reason);
    });
    await expect(readOrders(stopped.signal)).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a response', () => {
  it('states when to poll again', async () => {
    const { client } = clientOf(json('{}', { headers: { 'retry-after': '2' } }));
    expect((await answerTo(client.GET('/orders'))).lookAgainIn).toBe(2000);
  });

  it('with a problem document is thrown with its pointers and correlation id', async () => {
    const errors = [
      { pointer: '/lines/0/quantity', detail: 'too many' },
      { pointer: '/lines/0/quantity', detail: 'and not whole' },
    ];
    const error = await clientOf(problem(400, { errors }))
      .readOrders()
      .catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(ApiProblem);
    expect(error).toMatchObject({ problem: { status: 400, correlationId: 'c-1' } });
    expect(fieldErrors(error)).toEqual(new Map([['/lines/0/quantity', 'too many']]));
  });

  it('with an error that is no problem document keeps its status and correlation id', async () => {
    const { readOrders } = clientOf(json('<html>', { status: 504, headers: { 'x-correlation-id': 'c-2' } }));
    await expect(readOrders()).rejects.toMatchObject({ problem: { status: 504, correlationId: 'c-2' } });
  });

  it('that never arrives is thrown as a different error', async () => {
    await expect(clientOf(() => Promise.reject(new TypeError('rejected'))).readOrders()).rejects.toBeInstanceOf(
      Unreachable,
    );
  });

  it('of 401 ends the session of a signed-in shopper', async () => {
    const signedIn = clientOf(problem(401), 'token');
    await signedIn.readOrders().catch(() => undefined);
    const signedOut = clientOf(problem(401));
    await signedOut.readOrders().catch(() => undefined);
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
