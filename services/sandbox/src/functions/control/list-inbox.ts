import { ListInbox } from '@waypost/contracts';
import { httpFunction } from '@waypost/service-kit';
import { inboxTable } from '../../adapters/inbox-table.ts';

export const handler = httpFunction(ListInbox, async ({ query: { to, about } }) => ({
  body: { items: [...(await inboxTable().mailsTo(to, about))] },
}));
