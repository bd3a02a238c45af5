import { StopShipments } from '@waypost/contracts';
import { TransientError } from '@waypost/service-kit';
import type { functionRunner } from '@waypost/test-kit/simulation';
import type { Order } from 'order/simulation';
import type { Services } from './services.ts';

/** Calls shipping through its Express workflow, which fails when the command fails. */
export function stopShipmentsOn({ shipping }: Services, invoke: ReturnType<typeof functionRunner>) {
  const run = shipping.functions[StopShipments.name];
  if (!run) throw new Error('Nobody stops shipments');
  return async ({ orderId, attempt, correlationId }: Order) => {
    const payload = { metadata: { correlationId, causationId: orderId }, data: { orderId, attempt } };
    // The caller of the workflow only learns that it failed.
    const answer = await invoke(StopShipments.name, run, payload).catch(() => {
      throw new TransientError(`Shipping can't be asked about ${orderId}`);
    });
    return StopShipments.result.parse(answer).outcome;
  };
}
