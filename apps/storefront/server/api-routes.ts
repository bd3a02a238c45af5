import { everyRoute } from '@waypost/contracts/catalogue';

/** Owner of each first path segment under `/api`, from the contracts: one service owns every route of a segment. */
export const apiRoutes: Readonly<Record<string, string>> = Object.fromEntries(
  everyRoute.map(({ path, owner }) => [path.split('/')[1] ?? '', owner]),
);

const owners = new Map(Object.entries(apiRoutes));

/**
 * URL that a request to `/api/…` is forwarded to: the base URL of the owning service's API followed by the rest of the path and the
 * query, byte for byte. Undefined when no service owns the segment or its owner isn't deployed.
 */
export function upstreamOf(requestTarget: string, apis: Readonly<Record<string, string>>): URL | undefined {
  const rest = /^\/api(\/([a-z]+)(?:[/?].*)?)$/s.exec(requestTarget);
  const path = rest?.[1];
  const service = owners.get(rest?.[2] ?? '');
  const base = service && Object.hasOwn(apis, service) ? apis[service] : undefined;
  if (!path || !base) return undefined;
  const url = new URL(base.replace(/\/+$/, '') + path);
  // Dot segments could leave the API.
  return url.pathname.startsWith(new URL(base).pathname.replace(/\/+$/, '') + '/') ? url : undefined;
}
