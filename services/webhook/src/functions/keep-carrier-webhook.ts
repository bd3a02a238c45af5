import { webhookTable } from '../adapters/webhook-table.ts';
import { meaningOfCarrierEvent, CarrierEvent } from '../domain/carrier-event.ts';
import { keepFunction } from '../keep-function.ts';

export const handler = keepFunction(CarrierEvent, meaningOfCarrierEvent, (context) => webhookTable('carrier', context));
