import { callPartner, parameter } from '@waypost/service-kit';
import { carrierConfig } from '../config.ts';
import type { ParcelCarrier } from '../ports.ts';

const CONFLICT = 409;

/** Client of the carrier's API. The URL is read from a parameter. */
export function carrierApi(): ParcelCarrier {
  const { CARRIER_URL_PARAMETER } = carrierConfig();
  const ask = async (method: 'PUT' | 'POST', path: string, body: unknown): Promise<number> => {
    const url = `${(await parameter(CARRIER_URL_PARAMETER)).replace(/\/$/, '')}${path}`;
    const { status } = await callPartner('The carrier', url, { method, body }, [CONFLICT]);
    return status;
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
