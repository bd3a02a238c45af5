import Stripe from 'stripe';

/** Below the timeouts of the functions, so that a late answer is an error that says so. In milliseconds. */
const TIMEOUT = 6000;

/**
 * The provider's own library, pointed at wherever the provider is: the real one, or the simulated one below a path of an
 * API of ours. Address and key are asked for with each request, whoever gives them may remember them.
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
