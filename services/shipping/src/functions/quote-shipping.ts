import { QuoteShipping } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { quoteShipping } from '../app/quote-shipping.ts';

export const handler = commandFunction(QuoteShipping, async (request) => quoteShipping(request));
