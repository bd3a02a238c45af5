import { PermanentError, TransientError } from './errors.ts';

/** In milliseconds, for each of the two tries. */
const TIMEOUT = 4000;

/** A request to a partner: JSON, or no body. */
export interface PartnerRequest {
  readonly method: 'GET' | 'PUT' | 'POST';
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface PartnerResponse {
  readonly status: number;
  readonly json: unknown;
}

/**
 * Calls the JSON API of a partner, and retries once without a response: only for requests that are safe to repeat.
 *
 * @param who name of the partner for the error message: `The carrier`.
 * @param accepts statuses that are results too, besides 2xx.
 * @throws TransientError if a retry may succeed, PermanentError for an invalid request.
 */
export async function callPartner(
  who: string,
  url: string,
  { method, body, headers = {} }: PartnerRequest,
  accepts: readonly number[] = [],
): Promise<PartnerResponse> {
  const request: RequestInit = {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
    redirect: 'manual',
  };
  const ask = async (): Promise<PartnerResponse> => {
    const answer = await fetch(url, { ...request, signal: AbortSignal.timeout(TIMEOUT) });
    const { status } = answer;
    if (answer.ok || accepts.includes(status)) return { status, json: await answer.json().catch(() => undefined) };
    await answer.body?.cancel();
    const reason = `${who} answered ${status}`;
    throw status >= 400 && status < 500 && status !== 429 ? new PermanentError(reason) : new TransientError(reason);
  };
  return ask().catch(ask);
}
