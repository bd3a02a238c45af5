import { describe, expect, it } from 'vitest';
import { Problem } from '@waypost/contracts';
import { apiEvent, clock, GetTea, ListPots, NOW, OrderTea, SmellTea, TakeNote } from '../test/messages.ts';
import { httpFunction } from './http-function.ts';
import { ProblemError } from './problem.ts';

const claims = { sub: 'robin', email: 'robin@waypost.example' };
const goodOrder = {
  path: { table: 'T1' },
  headers: { 'Idempotency-Key': 'key-1' },
  body: { cup: { kind: 'mug' } },
  claims,
};
const orderTea = httpFunction(OrderTea, () => Promise.resolve({ body: { teaId: 'tea-1' } }));
const getTea = httpFunction(GetTea, () => Promise.resolve({ body: { teaId: 'tea-1' } }));

async function problemOf(answer: Promise<{ statusCode: number; body: string }>) {
  const { statusCode, body } = await answer;
  const problem = Problem.parse(JSON.parse(body));
  expect(problem.status).toBe(statusCode);
  return problem;
}

const pointersOf = ({ errors = [] }: Problem) => errors.map(({ pointer }) => pointer);

describe('a request as its route says', () => {
  it('reaches the handler, read by the schemas, with the caller and the key', async () => {
    let seen: unknown;
    const handler = httpFunction(
      OrderTea,
      (request, context) => {
        const { header, ...rest } = request;
        seen = { ...rest, context, mood: header('x-mood') };
        return Promise.resolve({ body: { teaId: 'tea-1' } });
      },
      { clock },
    );
    const answer = await handler(
      apiEvent({ ...goodOrder, query: { sugar: '2' }, headers: { ...goodOrder.headers, 'X-Mood': 'thirsty' } }),
    );
    expect(seen).toEqual({
      parameters: { table: 'T1' },
      query: { sugar: 2 },
      body: { cup: { kind: 'mug' } },
      idempotencyKey: 'key-1',
      shopperId: 'robin',
      email: 'robin@waypost.example',
      mood: 'thirsty',
      context: { correlationId: 'request-1', causationId: 'request-1', now: NOW },
    });
    expect(answer).toMatchObject({ statusCode: 202, body: '{"teaId":"tea-1"}' });
  });

  it('is decoded from base64, and from percents in the path', async () => {
    const event = apiEvent({ ...goodOrder, path: { table: '%541' } });
    const body = Buffer.from(event.body ?? '').toString('base64');
    expect(await orderTea({ ...event, body, isBase64Encoded: true })).toMatchObject({ statusCode: 202 });
  });

  it('is JSON that must not be cached, by default', async () => {
    expect((await orderTea(apiEvent(goodOrder))).headers).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
    });
    const cached = httpFunction(GetTea, () =>
      Promise.resolve({ body: { teaId: 'tea-1' }, headers: { 'cache-control': 'public, max-age=5' } }),
    );
    expect((await cached(apiEvent({ method: 'GET' }))).headers).toMatchObject({ 'cache-control': 'public, max-age=5' });
  });
});

describe('a request that is not as its route says', () => {
  it.each<[string, Parameters<typeof apiEvent>[0], string[]]>([
    ['an unknown field', { body: { cup: { kind: 'mug' }, milk: 1 } }, ['/milk']],
    ['an unknown field inside another', { body: { cup: { kind: 'mug', 'a/b~c': 1 } } }, ['/cup/a~1b~0c']],
    ['a missing field', { body: { cup: {} } }, ['/cup/kind']],
    ['a wrong item of a list', { body: { cup: { kind: 'mug' }, lines: [1, 1.5] } }, ['/lines/1']],
    ['no body', { body: undefined }, ['']],
    ['a body that is no object', { body: 'tea' }, ['']],
    ['malformed JSON', { text: '{"cup":' }, ['']],
    ['a wrong path parameter', { path: { table: 'x' } }, ['#/path/table']],
    ['an unknown query parameter', { query: { milk: '1' } }, ['#/query/milk']],
    ['a wrong query parameter', { query: { sugar: 'much' } }, ['#/query/sugar']],
    ['no Idempotency-Key', { headers: {} }, ['#/headers/idempotency-key']],
    [
      'an Idempotency-Key with control characters',
      { headers: { 'idempotency-key': 'a\nb' } },
      ['#/headers/idempotency-key'],
    ],
    ['everything wrong', { path: {}, headers: {}, body: {} }, ['#/path/table', '#/headers/idempotency-key', '/cup']],
  ])('names the invalid fields: %s', async (_, given, pointers) => {
    const problem = await problemOf(orderTea(apiEvent({ ...goodOrder, ...given })));
    expect(problem.status).toBe(400);
    expect(pointersOf(problem)).toEqual(pointers);
  });

  it.each([
    ['another content type', { 'content-type': 'text/plain' }],
    ['a content type that only begins like JSON', { 'content-type': 'application/json-seq' }],
  ])('is 415 for %s', async (_, headers) => {
    const event = apiEvent(goodOrder);
    expect(await problemOf(orderTea({ ...event, headers }))).toMatchObject({ status: 415 });
  });

  it('takes any case and any parameters of the content type', async () => {
    const event = apiEvent(goodOrder);
    const headers = { 'CONTENT-TYPE': 'Application/JSON; charset=utf-8', 'idempotency-key': 'key-1' };
    expect(await orderTea({ ...event, headers })).toMatchObject({ statusCode: 202 });
  });

  it('is 413 for 2 MB, whatever is in them', async () => {
    expect(await problemOf(orderTea(apiEvent({ ...goodOrder, text: 'x'.repeat(2_000_000) })))).toMatchObject({
      status: 413,
    });
  });

  it('counts bytes, not characters', async () => {
    const text = JSON.stringify({ cup: { kind: '茶'.repeat(100_000) } });
    expect(await problemOf(orderTea(apiEvent({ ...goodOrder, text })))).toMatchObject({ status: 413 });
  });
});

describe('a body that is taken byte for byte', () => {
  const LIMIT = 256 * 1024;
  async function noteOf(given: { text?: string; contentType?: string; base64?: boolean }) {
    let note: string | undefined;
    const handler = httpFunction(TakeNote, ({ body }) => {
      note = body;
      return Promise.resolve({ body: {} });
    });
    const { text, contentType = 'application/json', base64 = false } = given;
    const body = text !== undefined && base64 ? Buffer.from(text).toString('base64') : text;
    const event = apiEvent({ ...(body !== undefined && { text: body }), headers: { 'Content-Type': contentType } });
    const answer = await handler({ ...event, isBase64Encoded: base64 });
    return { note, status: answer.statusCode };
  }

  it.each(['{ "tea" :\r\n 1.0 }', '\uFEFF{"cup":"茶 🍵"}', 'no JSON at all', '{"a":1,"a":2}'])(
    'is %j as it came, whether or not the gateway gives it in base64',
    async (text) => {
      expect(await noteOf({ text })).toEqual({ note: text, status: 200 });
      expect(await noteOf({ text, base64: true })).toEqual({ note: text, status: 200 });
    },
  );

  it.each(['text/plain', 'application/x-www-form-urlencoded', ''])('may be of the type %j', async (contentType) => {
    expect(await noteOf({ text: 'tea', contentType })).toEqual({ note: 'tea', status: 200 });
  });

  it('is empty where there is none', async () => {
    expect(await noteOf({})).toEqual({ note: '', status: 200 });
  });

  it.each([false, true])('has the same limit as every other (in base64: %s)', async (base64) => {
    expect(await noteOf({ text: 'x'.repeat(LIMIT), base64 })).toMatchObject({ status: 200 });
    expect(await noteOf({ text: 'x'.repeat(LIMIT + 1), base64 })).toEqual({ note: undefined, status: 413 });
  });
});

describe('a caller', () => {
  const listPots = httpFunction(ListPots, () => Promise.resolve({ body: { pots: 1 } }));
  const statusFor = async (groups?: unknown) =>
    (await listPots(apiEvent({ method: 'GET', claims: { ...claims, 'cognito:groups': groups } }))).statusCode;

  it('without an identity is 401 on a route that requires one', async () => {
    expect(await problemOf(orderTea(apiEvent({ ...goodOrder, claims: {} })))).toMatchObject({ status: 401 });
    const { claims: _, ...withoutToken } = goodOrder;
    expect(await problemOf(orderTea(apiEvent(withoutToken)))).toMatchObject({ status: 401 });
  });

  it('without the operator role is 403 on a route for operators', async () => {
    expect(await statusFor()).toBe(403);
    expect(await statusFor('operators cooperator')).toBe(403);
  });

  it('is an operator by group, however the gateway writes the list', async () => {
    expect(await Promise.all(['operator', 'cooks,operator', '[cooks operator]', ['operator']].map(statusFor))).toEqual([
      200, 200, 200, 200,
    ]);
  });

  it('needs no identity on an open route, which ignores a token', async () => {
    let seen: string | undefined;
    const handler = httpFunction(GetTea, ({ shopperId }) => {
      seen = shopperId;
      return Promise.resolve({ body: { teaId: 'tea-1' } });
    });
    await handler(apiEvent({ method: 'GET', claims }));
    expect(seen).toBe('');
  });
});

describe('a handler that fails', () => {
  it('answers its problem document', async () => {
    const handler = httpFunction(GetTea, () => Promise.reject(new ProblemError('not-found', 'There is no tea.')));
    const answer = await handler(apiEvent({ method: 'GET' }));
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' });
    expect(JSON.parse(answer.body)).toEqual({
      type: 'https://waypost.example/problems/not-found',
      title: 'Not found',
      status: 404,
      detail: 'There is no tea.',
      instance: '/v1/teas',
      correlationId: 'request-1',
    });
  });

  it('tells nothing of what it did not expect', async () => {
    const handler = httpFunction(GetTea, () => Promise.reject(new Error('table teas-4711 is on fire')));
    const answer = await handler(apiEvent({ method: 'GET' }));
    expect(answer.statusCode).toBe(500);
    expect(answer.body).not.toContain('teas-4711');
    expect(JSON.parse(answer.body)).toMatchObject({ correlationId: 'request-1' });
  });
});

describe('a GET', () => {
  const tagOf = async () => String((await getTea(apiEvent({ method: 'GET' }))).headers?.['etag']);
  const ifNoneMatch = async (tag: string) =>
    await getTea(apiEvent({ method: 'GET', headers: { 'If-None-Match': tag } }));

  it('is 304 without a body for who has this version', async () => {
    const tag = await tagOf();
    expect(await ifNoneMatch(tag)).toMatchObject({ statusCode: 304, body: '', headers: { etag: tag } });
    expect(await ifNoneMatch(`"other", W/${tag}`)).toMatchObject({ statusCode: 304 });
  });

  it('is 304 for any version', async () => {
    expect(await ifNoneMatch('*')).toMatchObject({ statusCode: 304, body: '' });
  });

  it('has the same headers and no body as a HEAD', async () => {
    const { body: _, ...head } = await getTea(apiEvent({ method: 'GET' }));
    expect(await getTea(apiEvent({ method: 'HEAD' }))).toEqual({ ...head, body: '' });
  });

  it('is 400 when a query parameter is repeated', async () => {
    const repeated = { ...apiEvent({ method: 'GET' }), multiValueQueryStringParameters: { limit: ['3', '4'] } };
    const { statusCode, body } = await getTea(repeated);
    expect([statusCode, JSON.parse(body).errors]).toEqual([
      400,
      [{ pointer: '#/query/limit', detail: 'must not be repeated' }],
    ]);
  });

  it('is 200 for who has another', async () => {
    expect(await ifNoneMatch('"other"')).toMatchObject({ statusCode: 200, body: '{"teaId":"tea-1"}' });
  });

  it('has another tag when the answer is another', async () => {
    const other = httpFunction(GetTea, () => Promise.resolve({ body: { teaId: 'tea-2' } }));
    expect((await other(apiEvent({ method: 'GET' }))).headers?.['etag']).not.toBe(await tagOf());
  });

  it('alone has a tag', async () => {
    expect((await orderTea(apiEvent(goodOrder))).headers).not.toHaveProperty('etag');
  });
});

describe('the correlation id', () => {
  const idFor = async (given: string) =>
    (await getTea(apiEvent({ method: 'GET', headers: { 'X-Correlation-Id': given } }))).headers?.['x-correlation-id'];

  it('is the caller’s own if it may stand in logs', async () => {
    expect(await idFor('my-journey-0001')).toBe('my-journey-0001');
  });

  it.each(['short', 'x'.repeat(65), 'with spaces in it', 'line\nbreak-long'])(
    'is the request’s instead of %j',
    async (given) => {
      expect(await idFor(given)).toBe('request-1');
    },
  );
});

describe('a route for guests', () => {
  const smellTea = httpFunction(SmellTea, ({ shopperId }) => Promise.resolve({ body: { teaId: `for ${shopperId}` } }), {
    claims: (token) =>
      token === 'good'
        ? Promise.resolve(claims)
        : Promise.reject(new ProblemError('unauthorized', 'It does not hold.')),
  });
  const smelled = async (headers: Record<string, string>, more = {}) => {
    const { statusCode, body } = await smellTea(apiEvent({ method: 'GET', headers, ...more }));
    return [statusCode, JSON.parse(body).teaId];
  };

  it('knows who sends a token that holds, and takes everybody who sends none', async () => {
    expect(await smelled({ Authorization: 'Bearer good' })).toEqual([200, 'for robin']);
    expect(await smelled({})).toEqual([200, 'for ']);
  });

  it('refuses a token that does not hold, and believes no claims but those of the token', async () => {
    expect(await smelled({ authorization: 'Bearer forged' })).toEqual([401, undefined]);
    expect(await smelled({}, { claims })).toEqual([200, 'for ']);
  });
});
