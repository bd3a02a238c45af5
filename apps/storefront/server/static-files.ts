import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { answerProblem } from './problem.ts';

const contentTypes = new Map([
  ['.html', 'text/html; charset=utf-8'],
  ['.js', 'text/javascript; charset=utf-8'],
  ['.css', 'text/css; charset=utf-8'],
  ['.svg', 'image/svg+xml'],
  ['.woff2', 'font/woff2'],
  ['.json', 'application/json'],
  ['.ico', 'image/x-icon'],
  ['.map', 'application/json'],
  ['.txt', 'text/plain; charset=utf-8'],
]);

/**
 * Serves the built app: an existing file, or otherwise the app's page, which handles its own paths. A missing file is a
 * 404.
 */
export async function serveStatic(
  request: IncomingMessage,
  response: ServerResponse,
  directory: string,
): Promise<void> {
  if (request.method !== 'GET' && request.method !== 'HEAD') {
    answerProblem(response, 405, 'Only GET and HEAD are served here.', request.url);
    return;
  }
  const path = pathWithin(directory, request.url ?? '/');
  if (!path) return answerProblem(response, 400, 'This is not an address.', request.url);
  const wanted = await fileAt(path);
  const file = wanted ?? (extname(path) === '' ? await fileAt(join(directory, 'index.html')) : undefined);
  if (!file) return answerProblem(response, 404, 'There is no such file.', request.url);

  response.writeHead(200, {
    'content-type': contentTypes.get(extname(file.path)) ?? 'application/octet-stream',
    'content-length': file.size,
    // Files that vite builds have a hash of their content in their name.
    'cache-control': path.includes(`${sep}assets${sep}`) ? 'public, max-age=31536000, immutable' : 'no-cache',
  });
  if (request.method === 'HEAD') response.end();
  else await pipeline(createReadStream(file.path), response).catch(() => response.destroy());
}

function pathWithin(directory: string, requestTarget: string): string | undefined {
  try {
    const decoded = decodeURIComponent(requestTarget.split('?', 1)[0] ?? '/');
    if (decoded.includes('\0')) return undefined;
    const path = normalize(join(directory, decoded));
    return path === normalize(directory) || path.startsWith(normalize(directory) + sep) ? path : undefined;
  } catch {
    return undefined;
  }
}

async function fileAt(path: string): Promise<{ path: string; size: number } | undefined> {
  const found = await stat(path).catch(() => undefined);
  return found?.isFile() ? { path, size: found.size } : undefined;
}
