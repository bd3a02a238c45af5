import { ReceiveCarrierWebhook } from '@waypost/contracts';
import { standardWebhooksSignature } from '../adapters/standard-webhooks-signature.ts';
import { intakeOf } from '../deps.ts';
import { readCarrierEvent } from '../domain/carrier-event.ts';
import { intakeFunction } from '../intake-function.ts';

export const handler = intakeFunction(
  ReceiveCarrierWebhook,
  intakeOf('carrier', standardWebhooksSignature),
  readCarrierEvent,
);
