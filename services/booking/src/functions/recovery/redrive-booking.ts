import { RedriveBooking } from '@waypost/contracts';
import { commandFunction, PermanentError } from '@waypost/service-kit';
import { redriveBooking } from '../../app/redrive-booking.ts';
import { redriveDeps } from '../../redrive-deps.ts';

export const handler = commandFunction(RedriveBooking, async ({ bookingId }, context) => {
  const result = await redriveBooking(redriveDeps(context), bookingId, 'operator');
  if (result.outcome === 'parked') throw new PermanentError('An operator parks nothing');
  return result;
});
