import { ReceiveMail } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { inboxTable } from '../../adapters/inbox-table.ts';

export const handler = httpFunction(ReceiveMail, async ({ body }, { now }) => {
  await inboxTable().receive({ ...body, sentAt: now });
  return { body: { messageId: body.messageId } };
});
