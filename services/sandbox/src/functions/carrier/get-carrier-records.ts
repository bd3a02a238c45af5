import { GetCarrierRecords } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { carrierRecords } from '../../adapters/carrier-records.ts';

export const handler = httpFunction(GetCarrierRecords, async ({ query: { orderId } }) => {
  const parcels = await carrierRecords().parcels(orderId);
  const items = parcels.map(({ parcelId, carrier, reference, history, recalled }) => ({
    parcelId,
    carrier,
    reference,
    status: recalled ? ('recalled' as const) : (history.at(-1)?.status ?? ('booked' as const)),
    history: [...history],
  }));
  return { body: { items } };
});
