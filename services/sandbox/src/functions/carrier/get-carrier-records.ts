import { GetCarrierRecords } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { carrierBooks } from '../../adapters/carrier-books.ts';

export const handler = httpFunction(GetCarrierRecords, async ({ query: { orderId } }) => {
  const parcels = await carrierBooks().parcels(orderId);
  const items = parcels.map(({ parcelId, carrier, reference, history, recalled }) => ({
    parcelId,
    carrier,
    reference,
    status: recalled ? ('recalled' as const) : (history.at(-1)?.status ?? ('booked' as const)),
    history: [...history],
  }));
  return { body: { items } };
});
