import { parameter, PermanentError, TransientError } from '@waypost/service-kit';
import { carrierConfig } from '../config.ts';
import type { ParcelCarrier } from '../ports.ts';

/** In milliseconds, for each of the two tries. */
const TIMEOUT = 4000;
const CONFLICT = 409;

/** The carrier's API, found when it is asked. */
export function carrierApi(): ParcelCarrier {
  const { CARRIER_URL_PARAMETER } = carrierConfig();
  const ask = async (method: 'PUT' | 'POST', path: string, body: unknown): Promise<number> => {
    const url = `${(await parameter(CARRIER_URL_PARAMETER)).replace(/\/$/, '')}${path}`;
    const request = { method, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) };
    return await answerOf(url, request).catch(() => answerOf(url, request));
  };
  return {
    book: async ({ shipmentId, orderId, carrier, address }) => {
      const body = { reference: orderId, carrier, address };
      return (await ask('PUT', `/carrier/parcels/${shipmentId}`, body)) === CONFLICT ? 'recalled' : 'booked';
    },
    recall: async (parcels) =>
      (await ask('POST', '/carrier/recalls', { parcels })) === CONFLICT ? 'left' : 'recalled',
  };
}

/** The status of an answer that says what became of the request. */
async function answerOf(url: string, request: RequestInit): Promise<number> {
  const answer = await fetch(url, { ...request, redirect: 'manual', signal: AbortSignal.timeout(TIMEOUT) });
  await answer.body?.cancel();
  const { status } = answer;
  if (answer.ok || status === CONFLICT) return status;
  const reason = `The carrier answered ${status}`;
  throw status >= 400 && status < 500 && status !== 429 ? new PermanentError(reason) : new TransientError(reason);
}
