import { sendBySes } from '../adapters/ses.ts';
import { orderMailFunction } from '../order-mail-function.ts';

export const handler = orderMailFunction(sendBySes);
