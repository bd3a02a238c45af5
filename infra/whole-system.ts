import type { StageProfile } from '@waypost/cdk-kit';
import { BookingStack } from 'booking/stack';
import { CatalogStack } from 'catalog/stack';
import { InventoryStack } from 'inventory/stack';
import { LedgerStack } from 'ledger/stack';
import { NotificationStack } from 'notification/stack';
import { OrderStack } from 'order/stack';
import { PaymentStack } from 'payment/stack';
import { SandboxStack } from 'sandbox/stack';
import { ShippingStack } from 'shipping/stack';
import { WebhookStack } from 'webhook/stack';
import type { App, Stack } from 'aws-cdk-lib';
import { IdentityStack } from './platform/identity-stack.ts';
import { PlatformStack } from './platform/platform-stack.ts';

/** All stacks of a stage in layers. A layer depends on the previous ones, and its stacks are deployed in parallel. */
export function wholeSystem(app: App, stage: StageProfile): void {
  const platform = [new PlatformStack(app, { stage }), new IdentityStack(app, { stage })];
  const servicesWithoutCommands = [
    new CatalogStack(app, { stage }),
    new InventoryStack(app, { stage }),
    new PaymentStack(app, { stage }),
    new ShippingStack(app, { stage }),
    new NotificationStack(app, { stage }),
    new LedgerStack(app, { stage }),
    new WebhookStack(app, { stage }),
    // Payment and notification read its URL at run time, so neither depends on the other.
    ...(stage.externalServices === 'simulated' ? [new SandboxStack(app, { stage })] : []),
  ];
  const servicesWithCommands = [new OrderStack(app, { stage }), new BookingStack(app, { stage })];
  inLayers([platform, servicesWithoutCommands, servicesWithCommands]);
}

function inLayers(layers: readonly (readonly Stack[])[]): void {
  layers.forEach((layer, index) => {
    const below = layers[index - 1] ?? [];
    for (const stack of layer) for (const lower of below) stack.addStackDependency(lower);
  });
}
