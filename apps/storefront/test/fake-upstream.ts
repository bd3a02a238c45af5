import { createServer } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';

interface RecordedRequest {
  readonly method: string | undefined;
  readonly url: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface FakeUpstream {
  readonly url: string;
  /** All requests so far, oldest first. */
  readonly requests: readonly RecordedRequest[];
  /** Redirect target of a form. */
  redirectTo: string;
  stop(): Promise<void>;
}

/** Page at `GET …/authenticate/…`, with a content security policy of its own. */
export const page = '<!doctype html><title>Is this you? ✓</title><form method="post"><button>Yes</button></form>';
export const pagePolicy = "default-src 'none'; style-src 'sha256-AAAA'; form-action 'self' https://shop.example";

/**
 * A service for the tests of the front door. It records its requests and has a page with a form. It returns 404 for
 * NONE.
 */
export async function startFakeUpstream(): Promise<FakeUpstream> {
  const requests: RecordedRequest[] = [];
  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const told = await recordedRequestOf(request);
    requests.push(told);
    const { status, headers, body } = answerOf(told, upstream.redirectTo);
    response.writeHead(status, headers).end(body);
  };
  const server = createServer((request, response) => void serve(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (typeof address !== 'object' || !address) throw new Error('no port');
  const upstream: FakeUpstream = {
    url: `http://127.0.0.1:${address.port}`,
    requests,
    redirectTo: '/',
    async stop() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return upstream;
}

async function recordedRequestOf(request: IncomingMessage): Promise<RecordedRequest> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of request) chunks.push(chunk);
  const { method, url = '', headers } = request;
  return { method, url, headers, body: Buffer.concat(chunks).toString() };
}

function answerOf(requests: RecordedRequest, redirectTo: string) {
  const missing = requests.url.endsWith('/NONE');
  if (requests.url.includes('/authenticate/')) {
    const headers = {
      'content-type': 'text/html; charset=utf-8',
      'content-security-policy': pagePolicy,
      'referrer-policy': 'no-referrer',
    };
    return requests.method === 'POST'
      ? { status: 303, headers: { ...headers, location: redirectTo }, body: '' }
      : { status: missing ? 404 : 200, headers, body: page };
  }
  return missing
    ? { status: 404, headers: { 'content-type': 'application/problem+json' }, body: '{"title":"No such product"}' }
    : { status: 200, headers: { etag: '"1"', 'content-type': 'application/json' }, body: JSON.stringify(requests) };
}
