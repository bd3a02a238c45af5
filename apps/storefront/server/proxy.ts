import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { pipeline } from 'node:stream/promises';
import { answerProblem } from './problem.ts';

// Hop-by-hop headers (RFC 9110, 7.6.1) are not forwarded.
const hopByHop = new Set([
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

export interface Proxy {
  /** Forwards a request to `target` and streams the response back. An unavailable upstream is a 502. */
  forward(request: IncomingMessage, response: ServerResponse, target: URL): Promise<void>;
  close(): void;
}

/** @param ca additional certificate authorities to trust, as PEM. */
export function createProxy(ca?: string): Proxy {
  const agents = {
    http: new HttpAgent({ keepAlive: true }),
    https: new HttpsAgent({ keepAlive: true, ...(ca && { ca }) }),
  };

  const answerOf = (request: IncomingMessage, target: URL, abort: AbortSignal) =>
    new Promise<IncomingMessage>((resolve, reject) => {
      const options = {
        method: request.method,
        headers: { ...endToEnd(request.headers), host: target.host },
        signal: abort,
      };
      const upstream =
        target.protocol === 'https:'
          ? httpsRequest(target, { ...options, agent: agents.https }, resolve)
          : httpRequest(target, { ...options, agent: agents.http }, resolve);
      upstream.on('error', reject);
      if (mayHaveBody(request)) pipeline(request, upstream).catch(reject);
      else upstream.end();
    });

  return {
    async forward(request, response, target) {
      const clientGone = new AbortController();
      response.on('close', () => clientGone.abort());
      try {
        const answer = await answerOf(request, target, clientGone.signal);
        response.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
        await pipeline(answer, response);
      } catch {
        if (response.headersSent || response.destroyed) response.destroy();
        else answerProblem(response, 502, 'The service behind this address could not be reached.', request.url);
      }
    },
    close() {
      agents.http.destroy();
      agents.https.destroy();
    },
  };
}

const mayHaveBody = ({ headers }: IncomingMessage) => 'content-length' in headers || 'transfer-encoding' in headers;

function endToEnd(headers: IncomingHttpHeaders): OutgoingHttpHeaders {
  const named = new Set(
    (headers.connection ?? '')
      .toLowerCase()
      .split(',')
      .map((name) => name.trim()),
  );
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !hopByHop.has(name) && !named.has(name)));
}
