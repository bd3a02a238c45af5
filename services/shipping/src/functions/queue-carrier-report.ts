import { CarrierReported } from '@waypost/contracts';
import { eventFunction, serviceFifoQueue, PermanentError } from '@waypost/service-kit';
import { queueConfig } from '../config.ts';
import { orderOf } from '../domain/order-shipments.ts';

const send = serviceFifoQueue(queueConfig().QUEUE_URL);

export const handler = eventFunction([CarrierReported], async ({ data }, context) => {
  const orderId = orderOf(data.shipmentId);
  if (!orderId) throw new PermanentError(`Unknown parcel ${data.shipmentId}`);
  await send(data, context, { group: orderId, deduplicationId: data.webhookId });
});
