import { AuthorizePayment } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { authorizePayment } from '../app/authorize-payment.ts';
import { deps } from '../deps.ts';

export const handler = commandFunction(AuthorizePayment, (request, context) =>
  authorizePayment(deps(context), request),
);
