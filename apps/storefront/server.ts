import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { upstreamOf } from './server/api-routes.ts';
import { answerProblem } from './server/problem.ts';
import { createProxy } from './server/proxy.ts';
import type { Proxy } from './server/proxy.ts';
import { securityHeaders } from './server/security-headers.ts';
import { serveStatic } from './server/static-files.ts';

export interface StorefrontOptions {
  /** 0: a free one. */
  readonly port: number;
  /** What `npm run build` made; by default this workspace's `dist`. */
  readonly distDirectory?: string;
  readonly stage: {
    /** Service → its API's base URL. */
    readonly apis: Readonly<Record<string, string>>;
    readonly cognitoEndpoint: string;
    readonly clientId: string;
    /** The code that confirms every new account, where no mail is sent. */
    readonly sampleCode?: string;
    readonly sampleUsers: readonly { readonly label: string; readonly email: string; readonly password: string }[];
    /** Further certificate authorities to trust, PEM: the local engine's certificate is its own. */
    readonly caFile?: string;
  };
}

/** The local stage's front door: the built app, its `/config.json`, and `/api` and `/cognito` passed on, all on one origin. */
export async function serveStorefront(options: StorefrontOptions): Promise<{ url: string; stop(): Promise<void> }> {
  const { stage } = options;
  const proxy = createProxy(stage.caFile ? await readFile(stage.caFile, 'utf8') : undefined);
  const dist = options.distDirectory ?? fileURLToPath(new URL('dist', import.meta.url));
  const server = createServer((request, response) => {
    void answer(request, response, { stage, proxy, dist }).catch(() => response.destroy());
  });
  const port = await listen(server, options.port);
  return {
    url: `http://localhost:${port}`,
    async stop() {
      proxy.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

interface FrontDoor {
  readonly stage: StorefrontOptions['stage'];
  readonly proxy: Proxy;
  readonly dist: string;
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { stage, proxy, dist }: FrontDoor,
): Promise<void> {
  const target = request.url ?? '/';
  const path = target.split('?', 1)[0] ?? '/';
  for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value);

  if (path === '/api' || path.startsWith('/api/')) {
    const upstream = upstreamOf(target, stage.apis);
    if (!upstream) return answerProblem(response, 404, `No service answers at ${path}.`, path);
    return proxy.forward(request, response, upstream);
  }
  if (path === '/cognito') {
    if (request.method !== 'POST') return answerProblem(response, 405, 'Sign-in is a POST.', path);
    return proxy.forward(request, response, new URL(stage.cognitoEndpoint));
  }
  if (path === '/config.json') {
    response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(configOf(stage)));
    return;
  }
  return serveStatic(request, response, dist);
}

const configOf = ({ clientId, sampleCode, sampleUsers }: StorefrontOptions['stage']) => ({
  apiUrl: '/api',
  identity: { endpoint: '/cognito', clientId, ...(sampleCode && { sampleCode }) },
  sampleUsers,
});

/** On the loopback address only: the stage's sample users and simulated money are nobody else's business. */
function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      const address = server.address();
      if (typeof address === 'object' && address) resolve(address.port);
      else reject(new Error('the server has no port'));
    });
  });
}
