import { CapturePayment } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { capturePayment } from '../app/capture-payment.ts';
import { deps } from '../deps.ts';

export const handler = commandFunction(CapturePayment, (request, context) => capturePayment(deps(context), request));
