import { createHash, randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Problem } from '@waypost/contracts';
import { apiRoutes } from '../server/api-routes.ts';
import type { Call, Reply } from './fake-call.ts';
import { Rejected } from './rejected.ts';
import { FakeShop } from './fake-shop.ts';

/** A fault: the next `times` calls of `method path` (prefix of the path) have this outcome. */
export interface Fault {
  readonly call: string;
  readonly outcome: 'drop' | 'lose the answer' | 'hang' | Omit<Problem, 'type' | 'correlationId'>;
  readonly times?: number;
}

export interface FakeApi {
  /** Base URLs by service, as the stage passes them to the storefront's server. */
  readonly apis: Readonly<Record<string, string>>;
  readonly cognitoEndpoint: string;
  readonly shop: FakeShop;
  /** All calls so far, oldest first. */
  readonly calls: readonly Call[];
  letFail(fault: Fault): void;
  /** Deletes faults, calls and orders. */
  reset(): void;
  stop(): Promise<void>;
}

/** The shop's services and Cognito in one process and in memory, by their contracts, for the storefront's own tests. */
export async function startFakeApi(): Promise<FakeApi> {
  const shop = new FakeShop();
  const calls: Call[] = [];
  let faults: { fault: Fault; left: number }[] = [];

  const faultOf = ({ method, path }: Call) => {
    const armed = faults.find(({ fault, left }) => left > 0 && `${method} ${path}`.startsWith(fault.call));
    if (armed) armed.left -= 1;
    return armed?.fault.outcome;
  };

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const call = await callOf(request);
    calls.push(call);
    const fault = faultOf(call);
    if (fault === 'hang') return;
    if (fault === 'drop') return void response.destroy();
    const reply = typeof fault === 'object' ? rejection(new Rejected(fault)) : replyOf(shop, call);
    if (fault === 'lose the answer') return void response.destroy();
    response.writeHead(reply.status, {
      'content-type': 'application/json',
      'x-correlation-id': randomUUID(),
      ...reply.headers,
    });
    response.end(typeof reply.body === 'string' ? reply.body : JSON.stringify(reply.body));
  };

  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('the fake API has no port');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    apis: Object.fromEntries(
      ['booking', 'catalog', 'ledger', 'order', 'inventory', 'payment', 'shipping', 'sandbox'].map((service) => [
        service,
        `${url}/${service}`,
      ]),
    ),
    cognitoEndpoint: `${url}/cognito`,
    shop,
    calls,
    letFail: (fault) => void faults.push({ fault, left: fault.times ?? 1 }),
    reset() {
      faults = [];
      calls.length = 0;
      shop.reset();
    },
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function callOf(request: IncomingMessage): Promise<Call> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const url = new URL(request.url ?? '/', 'http://fake');
  const [, service = '', segment = ''] = url.pathname.split('/');
  if (service !== 'cognito' && apiRoutes[segment] !== service)
    throw new Error(`${url.pathname} came to the wrong service`);
  return {
    method: request.method ?? 'GET',
    path: service === 'cognito' ? '/cognito' : url.pathname.slice(service.length + 1),
    query: Object.fromEntries(url.searchParams),
    headers: request.headers,
    body: Buffer.concat(chunks).toString(),
  };
}

function replyOf(shop: FakeShop, call: Call): Reply {
  try {
    return shop.answer(call);
  } catch (error) {
    return rejection(
      error instanceof Rejected ? error : new Rejected({ status: 500, title: 'Internal error', detail: String(error) }),
    );
  }
}

function rejection({ problem }: Rejected): Reply {
  const correlationId = createHash('sha256').update(problem.title).digest('hex').slice(0, 32);
  return {
    status: problem.status,
    headers: { 'content-type': 'application/problem+json' },
    body: { type: 'about:blank', correlationId, ...problem },
  };
}
