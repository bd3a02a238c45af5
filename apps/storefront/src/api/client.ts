import { ApiProblem, problemOf, Unreachable } from './problem.ts';

export interface ClientOptions {
  readonly apiUrl: string;
  /** The ID token of who is signed in. */
  readonly idToken: () => Promise<string | undefined>;
  /** Called when the API no longer believes the token. */
  readonly onSignedOut: () => void;
  readonly fetch?: typeof fetch;
}

export interface Request {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly query?: Readonly<Record<string, string | number | undefined>>;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly signal?: AbortSignal | undefined;
}

export interface Answer<Body> {
  readonly body: Body;
  /** Milliseconds until it is worth looking again; absent when nothing is moving. */
  readonly lookAgainIn: number | undefined;
}

export type Client = <Body>(path: string, request?: Request) => Promise<Answer<Body>>;

/** Asks the API. Every answer that isn't good is thrown as an {@link ApiProblem}, no answer as {@link Unreachable}. */
export function createClient({ apiUrl, idToken, onSignedOut, fetch: send = fetch }: ClientOptions): Client {
  return async <Body>(path: string, request: Request = {}): Promise<Answer<Body>> => {
    const token = await idToken();
    const response = await send(`${apiUrl}${path}${queryString(request.query)}`, {
      method: request.method ?? 'GET',
      headers: {
        accept: 'application/json',
        ...(token && { authorization: `Bearer ${token}` }),
        ...(request.body !== undefined && { 'content-type': 'application/json' }),
        ...(request.idempotencyKey && { 'idempotency-key': request.idempotencyKey }),
      },
      ...(request.body !== undefined && { body: JSON.stringify(request.body) }),
      ...(request.signal && { signal: request.signal }),
    }).catch((cause: unknown) => {
      throw request.signal?.aborted ? cause : new Unreachable(cause);
    });
    if (!response.ok) {
      if (response.status === 401 && token) onSignedOut();
      const told: unknown = await response.json().catch(() => undefined);
      throw new ApiProblem(problemOf(response.status, told, response.headers.get('x-correlation-id')));
    }
    // The services' own tests hold their answers to the contract; the page trusts them.
    const body: Body = await response.json();
    return { body, lookAgainIn: retryAfter(response.headers.get('retry-after')) };
  };
}

/** `Retry-After` in milliseconds, seconds being the one form that the API sends; never so short that the page would hammer. */
export function retryAfter(header: string | null): number | undefined {
  if (header === null || !/^\d+(\.\d+)?$/.test(header)) return undefined;
  return Math.max(250, Number(header) * 1000);
}

function queryString(query: Request['query'] = {}): string {
  const given = Object.entries(query).flatMap(([name, value]) =>
    value === undefined || value === '' ? [] : [[name, String(value)]],
  );
  return given.length > 0 ? `?${new URLSearchParams(given).toString()}` : '';
}
