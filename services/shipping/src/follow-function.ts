import { CarrierReported } from '@waypost/contracts';
import { logger, type MessageContext, messageQueueFunction, type QueueOptions } from '@waypost/service-kit';
import { followParcel } from './app/follow-parcel.ts';
import type { ShipmentStore } from './ports.ts';

/** The consumer of carriers' reports, one order's after the other. */
export function followFunction(shipmentsFor: (context: MessageContext) => ShipmentStore, options: QueueOptions = {}) {
  return messageQueueFunction(
    CarrierReported.schema,
    async ({ webhookId, ...report }, context) => {
      const outcome = await followParcel({ shipments: shipmentsFor(context) }, report);
      logger.info('parcel', { webhookId, shipmentId: report.shipmentId, status: report.status, outcome });
    },
    options,
  );
}
