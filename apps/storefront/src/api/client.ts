import createOpenApiClient from 'openapi-fetch';
import type { Client as OpenApiClient } from 'openapi-fetch';
import type { paths as BookingPaths } from './generated/booking.ts';
import type { paths as CatalogPaths } from './generated/catalog.ts';
import type { paths as InventoryPaths } from './generated/inventory.ts';
import type { paths as LedgerPaths } from './generated/ledger.ts';
import type { paths as OrderPaths } from './generated/order.ts';
import type { paths as PaymentPaths } from './generated/payment.ts';
import type { paths as ShippingPaths } from './generated/shipping.ts';
import { ApiProblem, problemOf, Unreachable } from './problem.ts';

export interface ClientOptions {
  readonly apiUrl: string;
  /** ID token of the signed-in shopper. */
  readonly idToken: () => Promise<string | undefined>;
  /** Called when the API rejects the token. */
  readonly onSignedOut: () => void;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Every route that the storefront calls, typed by the services' OpenAPI documents. */
type Paths = BookingPaths & CatalogPaths & InventoryPaths & LedgerPaths & OrderPaths & PaymentPaths & ShippingPaths;

export type Client = OpenApiClient<Paths>;

export interface Answer<Body> {
  readonly body: Body;
  /** Milliseconds until the next poll. Absent when the resource no longer changes. */
  readonly lookAgainIn: number | undefined;
}

/** Calls the API. Throws {@link ApiProblem} for an error response, and {@link Unreachable} if there is no response. */
export function createClient({ apiUrl, idToken, onSignedOut, fetch: send }: ClientOptions): Client {
  const client = createOpenApiClient<Paths>({
    baseUrl: apiUrl,
    headers: { accept: 'application/json' },
    ...(send && { fetch: send }),
  });
  client.use({
    async onRequest({ request }) {
      const token = await idToken();
      if (token) request.headers.set('authorization', `Bearer ${token}`);
      // The browser finishes a write even if the page is left:
      // https://developer.mozilla.org/docs/Web/API/Request/keepalive
      return request.method === 'GET' ? request : new Request(request, { keepalive: true });
    },
    async onResponse({ request, response }) {
      if (response.ok) return;
      if (response.status === 401 && request.headers.has('authorization')) onSignedOut();
      const body: unknown = await response.json().catch(() => undefined);
      throw new ApiProblem(problemOf(response.status, body, response.headers.get('x-correlation-id')));
    },
    onError({ request, error }) {
      // An aborted request throws its own error.
      return request.signal.aborted ? undefined : new Unreachable(error);
    },
  });
  return client;
}

/** Returns the body of a response. Contract tests of the services check the bodies, so the page doesn't. */
export async function answerTo<Body>(
  request: Promise<{ readonly data?: Body; readonly response: Response }>,
): Promise<Answer<Body>> {
  const { data, response } = await request;
  if (data === undefined) throw new Error(`${response.url} answered ${response.status} with nothing in it`);
  return { body: data, lookAgainIn: retryAfter(response.headers.get('retry-after')) };
}

/**
 * Converts `Retry-After` to milliseconds. The API sends seconds only. Has a lower limit, so that the page doesn't poll
 * too often.
 */
export function retryAfter(header: string | null): number | undefined {
  if (header === null || !/^\d+(\.\d+)?$/.test(header)) return undefined;
  return Math.max(250, Number(header) * 1000);
}
