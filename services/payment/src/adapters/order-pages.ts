import type { OrderId } from '@waypost/contracts';
import { optionalParameter } from '@waypost/service-kit';
import { storefrontUrlParameter } from '../config.ts';

/** The page of an order in the storefront; none on a stage that has no storefront. */
export async function pageOf(orderId: OrderId): Promise<string | undefined> {
  const storefront = await optionalParameter(storefrontUrlParameter());
  return storefront && `${storefront.replace(/\/$/, '')}/orders/${orderId}`;
}
