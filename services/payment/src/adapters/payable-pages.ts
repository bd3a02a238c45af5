import { isOrderId, type PayableId } from '@waypost/contracts';
import { optionalParameter } from '@waypost/service-kit';
import { storefrontUrlParameter } from '../config.ts';

/** The page of an order or a booking in the storefront; none on a stage that has no storefront. */
export async function pageOf(id: PayableId): Promise<string | undefined> {
  const storefront = await optionalParameter(storefrontUrlParameter());
  return storefront && `${storefront.replace(/\/$/, '')}/${isOrderId(id) ? 'orders' : 'trips'}/${id}`;
}
