import { createServer, type Server } from 'node:http';
import { once } from 'node:events';
import { afterEach, describe, expect, it } from 'vitest';
import { callPartner } from './partner-api.ts';

let server: Server | undefined;
afterEach(async () => {
  const closing = server;
  server = undefined;
  if (closing) await new Promise((resolve) => closing.close(resolve));
});

/** A partner that answers with these statuses, one a request, and what it was asked. */
async function partner(...statuses: readonly number[]) {
  const asked: { readonly method: string | undefined; readonly key: unknown; readonly body: string }[] = [];
  const left = [...statuses];
  server = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push({ method: request.method, key: request.headers['idempotency-key'], body });
      response.writeHead(left.shift() ?? 200, { 'content-type': 'application/json', connection: 'close' });
      response.end(JSON.stringify({ asked: asked.length }));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('It has no port');
  const request = { method: 'POST', body: { seats: 2 }, headers: { 'idempotency-key': 'k' } } as const;
  const url = `http://127.0.0.1:${address.port}`;
  return { asked, ask: (accepts?: readonly number[]) => callPartner('The airline', url, request, accepts) };
}

describe('a partner', () => {
  it('gets and returns JSON', async () => {
    const { ask, asked } = await partner();
    expect(await ask()).toEqual({ status: 200, json: { asked: 1 } });
    expect(asked).toEqual([{ method: 'POST', key: 'k', body: '{"seats":2}' }]);
  });

  it('is called once more after a failure, with the same key', async () => {
    const { ask, asked } = await partner(500);
    expect(await ask()).toEqual({ status: 200, json: { asked: 2 } });
    expect(asked.map(({ key }) => key)).toEqual(['k', 'k']);
  });

  it.each([
    [500, 'TransientError'],
    [429, 'TransientError'],
    [400, 'PermanentError'],
    [302, 'TransientError'],
  ])('that answers %s again and again is a %s', async (status, name) => {
    const { ask } = await partner(status, status);
    await expect(ask()).rejects.toMatchObject({ name, message: `The airline answered ${status}` });
  });

  it('may say no where that is an answer', async () => {
    const { ask } = await partner(409);
    expect(await ask([409])).toEqual({ status: 409, json: { asked: 1 } });
  });
});
