import { ReceivePaymentWebhook } from '@waypost/contracts';
import { stripeSignature } from '../adapters/stripe-signature.ts';
import { intakeOf } from '../deps.ts';
import { readPaymentEvent } from '../domain/payment-event.ts';
import { intakeFunction } from '../intake-function.ts';

export const handler = intakeFunction(ReceivePaymentWebhook, intakeOf('payment', stripeSignature), readPaymentEvent);
