/** Which service owns the first segment of a path under `/api`. The local front door's table; CloudFront's is made of the same one. */
export const apiRoutes = {
  products: 'catalog',
  customers: 'customer',
  carts: 'order',
  orders: 'order',
  stock: 'inventory',
  payments: 'payment',
  shipments: 'shipping',
  flights: 'booking',
  hotels: 'booking',
  bookings: 'booking',
  ledger: 'ledger',
  clicks: 'analytics',
  analytics: 'analytics',
  webhooks: 'webhook',
  operations: 'operations',
  sandbox: 'sandbox',
} as const satisfies Readonly<Record<string, string>>;

const owners = new Map<string, string>(Object.entries(apiRoutes));

/**
 * Where a request to `/api/…` goes: the base URL of the owning service's API followed by the rest of the path and the query,
 * both byte for byte. `undefined` when nobody owns the segment or its owner isn't deployed.
 */
export function upstreamOf(requestTarget: string, apis: Readonly<Record<string, string>>): URL | undefined {
  const rest = /^\/api(\/([a-z]+)(?:[/?].*)?)$/s.exec(requestTarget);
  const path = rest?.[1];
  const service = owners.get(rest?.[2] ?? '');
  const base = service && Object.hasOwn(apis, service) ? apis[service] : undefined;
  if (!path || !base) return undefined;
  const url = new URL(base.replace(/\/+$/, '') + path);
  // A path with dot segments would leave the API it was meant for.
  return url.pathname.startsWith(new URL(base).pathname.replace(/\/+$/, '') + '/') ? url : undefined;
}
