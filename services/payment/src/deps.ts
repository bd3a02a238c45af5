import type { MessageContext } from '@waypost/service-kit';
import { guardedProvider } from './adapters/guarded-provider.ts';
import { pageOf } from './adapters/payable-pages.ts';
import { paymentTable } from './adapters/payment-table.ts';
import { providerKey, providerUrl } from './adapters/provider-access.ts';
import { stripeClient } from './adapters/stripe-client.ts';
import { stripeProvider } from './adapters/stripe-provider.ts';
import type { Ports } from './ports.ts';

const provider = guardedProvider(stripeProvider(stripeClient({ url: providerUrl, key: providerKey })));

/** What the commands need; the provider's library is made once a function, its address and key are remembered for minutes. */
export function deps(context: MessageContext): Ports {
  return { payments: paymentTable(context), provider, returnUrl: pageOf, now: context.now };
}
