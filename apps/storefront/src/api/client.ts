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
  /** The ID token of who is signed in. */
  readonly idToken: () => Promise<string | undefined>;
  /** Called when the API no longer believes the token. */
  readonly onSignedOut: () => void;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Every route that the storefront asks, as the services' OpenAPI documents have it. */
type Paths = BookingPaths & CatalogPaths & InventoryPaths & LedgerPaths & OrderPaths & PaymentPaths & ShippingPaths;

export type Client = OpenApiClient<Paths>;

export interface Answer<Body> {
  readonly body: Body;
  /** Milliseconds until it is worth looking again; absent when nothing is moving. */
  readonly lookAgainIn: number | undefined;
}

/** Asks the API. Every answer that isn't good is thrown as an {@link ApiProblem}, no answer as {@link Unreachable}. */
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
      // The browser finishes a write although the page is left: https://developer.mozilla.org/docs/Web/API/Request/keepalive
      return request.method === 'GET' ? request : new Request(request, { keepalive: true });
    },
    async onResponse({ request, response }) {
      if (response.ok) return;
      if (response.status === 401 && request.headers.has('authorization')) onSignedOut();
      const told: unknown = await response.json().catch(() => undefined);
      throw new ApiProblem(problemOf(response.status, told, response.headers.get('x-correlation-id')));
    },
    onError({ request, error }) {
      // What nobody waits for any more is thrown as it is.
      return request.signal.aborted ? undefined : new Unreachable(error);
    },
  });
  return client;
}

/** What was answered. The services' own tests hold their answers to the contract; the page trusts them. */
export async function answerTo<Body>(
  asked: Promise<{ readonly data?: Body; readonly response: Response }>,
): Promise<Answer<Body>> {
  const { data, response } = await asked;
  if (data === undefined) throw new Error(`${response.url} answered ${response.status} with nothing in it`);
  return { body: data, lookAgainIn: retryAfter(response.headers.get('retry-after')) };
}

/** `Retry-After` in milliseconds, seconds being the one form that the API sends; never so short that the page would hammer. */
export function retryAfter(header: string | null): number | undefined {
  if (header === null || !/^\d+(\.\d+)?$/.test(header)) return undefined;
  return Math.max(250, Number(header) * 1000);
}
