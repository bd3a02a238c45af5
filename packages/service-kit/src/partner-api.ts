import { PermanentError, TransientError } from './errors.ts';

/** In milliseconds, for each of the two tries. */
const TIMEOUT = 4000;

/** What a partner of the shop is asked: JSON, or nothing. */
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
 * Asks the JSON API of a partner, once more if it doesn't answer: so only what is safe to ask twice.
 *
 * @param who is asked, for the reason: `The carrier`.
 * @param accepts statuses that are answers too, beside 2xx.
 * @throws TransientError where it may answer later, PermanentError where what is asked is wrong.
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
