import { RedriveOrder } from '@waypost/contracts';
import { commandFunction, PermanentError } from '@waypost/service-kit';
import { redriveOrder } from '../../app/recovery/redrive-order.ts';
import { redriveDeps } from '../../redrive-deps.ts';

export const handler = commandFunction(RedriveOrder, async ({ orderId }, context) => {
  const result = await redriveOrder(redriveDeps(context), orderId, 'operator');
  if (result.outcome === 'parked') throw new PermanentError('An operator parks nothing');
  return result;
});
