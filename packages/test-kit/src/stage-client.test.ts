import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { GetOrder, GetProduct, ListProducts, PlaceOrder } from '@waypost/contracts';
import { sampleOf } from '@waypost/contracts/sample';
import { bodyOf, type StageClient, stageClient } from './stage-client.ts';
import { orderIdOf } from './values.ts';

interface Received {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

const heard: Received[] = [];
let answer: { status: number; body: unknown };
const folder = mkdtempSync(join(tmpdir(), 'waypost-test-kit-'));
const stageFile = join(folder, 'stage.json');
const server = createServer((request, response) => void respond(request, response));

async function respond(request: IncomingMessage, response: ServerResponse): Promise<void> {
  heard.push({ method: request.method, url: request.url, headers: request.headers, body: await text(request) });
  response.writeHead(answer.status, { 'x-correlation-id': 'c-1' });
  response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
}

let client: StageClient;

beforeAll(async () => {
  await new Promise<void>((listening) => {
    server.listen(0, '127.0.0.1', listening);
  });
  const address = server.address();
  const port = typeof address === 'object' ? address?.port : undefined;
  const url = `http://127.0.0.1:${String(port)}`;
  const user = (name: string) => ({ email: `${name}@waypost.example`, password: 'Secret-1' });
  writeFileSync(
    stageFile,
    JSON.stringify({
      stage: 'local',
      region: 'eu-central-1',
      accountId: '000000000000',
      endpoint: url,
      urls: { api: `${url}/api` },
      services: { order: { apiUrl: `${url}/order/` } },
      users: { shopper: user('shopper'), secondShopper: user('second'), operator: user('operator') },
      identity: { userPoolId: 'pool', clientId: 'client' },
    }),
  );
  client = stageClient(stageFile);
});

afterAll(() => {
  server.close();
  rmSync(folder, { recursive: true });
});

const body = PlaceOrder.body.parse(sampleOf(PlaceOrder.body));
const problem = {
  type: 'https://waypost.example/problems/invalid-request',
  title: 'Invalid request',
  status: 400,
  correlationId: 'c-1',
  errors: [{ pointer: '/lines', detail: 'Too small' }],
};

describe('a call of a route', () => {
  it('goes to the service with token, key and body, and gives a typed answer', async () => {
    answer = { status: 202, body: sampleOf(PlaceOrder.response) };
    const placed = await client.call(PlaceOrder, { body, token: 'token-1', idempotencyKey: 'key-1' });
    expect(bodyOf(placed).orderId).toBe(orderIdOf(1));
    expect(placed.headers.get('x-correlation-id')).toBe('c-1');
    const headers = { authorization: 'Bearer token-1', 'idempotency-key': 'key-1', 'content-type': 'application/json' };
    expect(heard.at(-1)).toMatchObject({ method: 'POST', url: '/order/orders', headers, body: JSON.stringify(body) });
  });

  it('makes a key of its own where the route takes one and none is given', async () => {
    const keys = new Set<unknown>();
    for (let times = 0; times < 2; times++) {
      await client.call(PlaceOrder, { body });
      keys.add(heard.at(-1)?.headers['idempotency-key']);
    }
    expect(keys.size).toBe(2);
    expect(keys).not.toContain(undefined);
  });

  it('writes parameters and query into the path, of a service without an API of its own too', async () => {
    answer = { status: 200, body: sampleOf(GetProduct.response) };
    await client.call(GetProduct, { parameters: { sku: 'A/B C' } });
    expect(heard.at(-1)?.url).toBe('/api/products/A%2FB%20C');
    answer = { status: 200, body: { items: [] } };
    await client.call(ListProducts, { query: { query: 'tent & peg', limit: 3, cursor: undefined } });
    expect(heard.at(-1)?.url).toBe('/api/products?query=tent+%26+peg&limit=3');
  });

  it('gives the problem document of a rejection', async () => {
    answer = { status: 400, body: problem };
    const rejected = await client.call(PlaceOrder, { body });
    expect(rejected).toMatchObject({ ok: false, status: 400, body: problem });
    expect(() => bodyOf(rejected)).toThrow('400 Invalid request');
  });

  it('fails when the answer is not what the contract says', async () => {
    answer = { status: 200, body: { orderId: 7 } };
    await expect(client.call(GetOrder, { parameters: { id: 'x' } })).rejects.toThrow(
      "GET /orders/{id} answered what its contract doesn't say",
    );
    answer = { status: 502, body: '<html>Bad gateway</html>' };
    await expect(client.call(GetOrder, { parameters: { id: 'x' } })).rejects.toThrow('Bad gateway');
  });

  it('can only be made as the contract says', () => {
    const misuses = [
      // @ts-expect-error a body is missing
      () => client.call(PlaceOrder, {}),
      // @ts-expect-error a quantity is a number
      () => client.call(PlaceOrder, { body: { ...body, lines: [{ sku: 'A', quantity: '1' }] } }),
      // @ts-expect-error a parameter is missing
      () => client.call(GetOrder, {}),
      // @ts-expect-error the route takes no body
      () => client.call(GetOrder, { parameters: { id: 'x' }, body }),
      // @ts-expect-error unknown category
      () => client.call(ListProducts, { query: { category: 'boats' } }),
    ];
    expect(misuses).toHaveLength(5);
  });
});

describe('anything else that is sent', () => {
  it('goes as it is', async () => {
    answer = { status: 400, body: problem };
    const { status } = await client.send('order', '/orders', { method: 'POST', body: '{' });
    expect(status).toBe(400);
    expect(heard.at(-1)).toMatchObject({ method: 'POST', url: '/order/orders', body: '{' });
  });
});

describe('signing in', () => {
  it('gives the ID token', async () => {
    answer = { status: 200, body: { AuthenticationResult: { IdToken: 'id-token', AccessToken: 'other' } } };
    await expect(client.signIn('operator')).resolves.toBe('id-token');
    expect(heard.at(-1)?.headers['x-amz-target']).toBe('AWSCognitoIdentityProviderService.InitiateAuth');
    expect(JSON.parse(heard.at(-1)?.body ?? '')).toEqual({
      AuthFlow: 'USER_PASSWORD_AUTH',
      ClientId: 'client',
      AuthParameters: { USERNAME: 'operator@waypost.example', PASSWORD: 'Secret-1' },
    });
  });

  it('fails with what Cognito says', async () => {
    answer = { status: 400, body: { __type: 'NotAuthorizedException' } };
    await expect(client.signIn({ email: 'a@b.example', password: 'x' })).rejects.toThrow(
      /a@b\.example .*NotAuthorized/,
    );
  });
});

describe('a stage that is not running', () => {
  it('has a message with the next step', () => {
    expect(() => stageClient(join(folder, 'none.json'))).toThrow(/No stage is running.*npm start/);
  });
});
