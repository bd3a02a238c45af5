import { webhookTable } from '../adapters/webhook-table.ts';
import { meaningOfPaymentEvent, PaymentEvent } from '../domain/payment-event.ts';
import { keepFunction } from '../keep-function.ts';

export const handler = keepFunction(PaymentEvent, meaningOfPaymentEvent, (context) => webhookTable('payment', context));
