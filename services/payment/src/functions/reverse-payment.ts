import { ReversePayment } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { reversePayment } from '../app/reverse-payment.ts';
import { deps } from '../deps.ts';

export const handler = commandFunction(ReversePayment, (request, context) => reversePayment(deps(context), request));
