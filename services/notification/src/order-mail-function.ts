import { logger, queueFunction } from '@waypost/service-kit';
import { mailLogTable } from './adapters/mail-log-table.ts';
import { addressInUserPool } from './adapters/user-pool.ts';
import { sendOrderMail } from './app/send-order-mail.ts';
import { MAILED_EVENTS } from './mailed-events.ts';
import type { SendMail } from './ports.ts';

/** The consumer of order events, for one way of sending mails. */
export function orderMailFunction(sendMail: SendMail) {
  const ports = { mailLog: mailLogTable(), addressOf: addressInUserPool, sendMail };
  return queueFunction(MAILED_EVENTS, async (event, { now }) => {
    const { eventId } = event.metadata;
    const outcome = await sendOrderMail(ports, event, { eventId, now });
    logger.info('mail', { eventId, event: event.name, orderId: event.data.orderId, outcome });
  });
}
