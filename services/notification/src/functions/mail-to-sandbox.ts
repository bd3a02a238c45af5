import { sendToSandboxInbox } from '../adapters/sandbox-inbox.ts';
import { orderMailFunction } from '../order-mail-function.ts';

export const handler = orderMailFunction(sendToSandboxInbox);
