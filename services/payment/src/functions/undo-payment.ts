import { UndoPayment } from '@waypost/contracts';
import { commandFunction } from '@waypost/service-kit';
import { undoPayment } from '../app/undo-payment.ts';
import { deps } from '../deps.ts';

export const handler = commandFunction(UndoPayment, (request, context) => undoPayment(deps(context), request));
