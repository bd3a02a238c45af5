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
  /** 0 selects a free port. */
  readonly port: number;
  /** Output folder of `npm run build`. Default: this workspace's `dist`. */
  readonly distDirectory?: string;
  readonly stage: {
    /** Base URLs of the service APIs, by service. */
    readonly apis: Readonly<Record<string, string>>;
    readonly cognitoEndpoint: string;
    readonly clientId: string;
    /** Code that confirms every new account, on a stage that sends no mail. */
    readonly sampleCode?: string;
    readonly sampleUsers: readonly { readonly label: string; readonly email: string; readonly password: string }[];
    /** Additional certificate authorities to trust, as PEM: the local engine has its own certificate. */
    readonly caFile?: string;
  };
}

/**
 * Front door of a local stage: serves the built app and its `/config.json`, and forwards `/api` and `/cognito`, all on
 * one origin.
 */
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

/** Listens on the loopback address only: a local stage has known passwords. */
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
