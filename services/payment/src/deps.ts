import type { MessageContext } from '@waypost/service-kit';
import { guardedProvider } from './adapters/guarded-provider.ts';
import { pageOf } from './adapters/payable-pages.ts';
import { paymentTable } from './adapters/payment-table.ts';
import { providerKey, providerUrl } from './adapters/provider-access.ts';
import { stripeClient } from './adapters/stripe-client.ts';
import { stripeProvider } from './adapters/stripe-provider.ts';
import type { Ports } from './ports.ts';

const provider = guardedProvider(stripeProvider(stripeClient({ url: providerUrl, key: providerKey })));

/**
 * Dependencies of the commands. The provider's client is created once per module; its URL and key are cached for
 * minutes.
 */
export function deps(context: MessageContext): Ports {
  return { payments: paymentTable(context), provider, returnUrl: pageOf, now: context.now };
}
