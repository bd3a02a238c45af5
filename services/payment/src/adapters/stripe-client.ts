import Stripe from 'stripe';

/** Below the timeouts of the functions, so that a late answer is an error that says so. In milliseconds. */
const TIMEOUT = 6000;

/**
 * Creates the provider's official client, for the real provider or the simulated one, which is below a path of an API.
 * URL and key are requested for each call; their source may cache them.
 */
export function stripeClient({
  url,
  key,
  fetch: fetchThere = fetch,
  maxNetworkRetries = 1,
}: {
  readonly url: () => Promise<string>;
  readonly key: () => Promise<string>;
  readonly fetch?: (url: string, init?: RequestInit) => Promise<Response>;
  readonly maxNetworkRetries?: number;
}): Stripe {
  const fetchBelow: typeof fetch = async (target, init) => {
    const base = await url();
    const { pathname, search } = new URL(target instanceof Request ? target.url : target);
    return fetchThere(`${base.replace(/\/$/, '')}${pathname}${search}`, init);
  };
  return new Stripe('', {
    authenticator: async (request) => {
      request.headers.Authorization = `Bearer ${await key()}`;
    },
    httpClient: Stripe.createFetchHttpClient(fetchBelow),
    maxNetworkRetries,
    timeout: TIMEOUT,
    telemetry: false,
  });
}
