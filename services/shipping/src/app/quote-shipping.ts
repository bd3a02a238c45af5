import type { QuoteShippingRequest, QuoteShippingResult } from '@waypost/contracts';
import { carrierTo } from '../domain/carriers.ts';

/** Finds who takes an order to its address. Nothing is kept: asked again, it is answered again. */
export function quoteShipping({ address }: QuoteShippingRequest): QuoteShippingResult {
  const carrier = carrierTo(address.country);
  return carrier === undefined ? { outcome: 'unavailable' } : { outcome: 'quoted', carrier };
}
