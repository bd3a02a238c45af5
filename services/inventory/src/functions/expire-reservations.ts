import { logger, scheduledFunction } from '@waypost/service-kit';
import { expiredReservations } from '../adapters/expired-reservations.ts';
import { expireReservations } from '../app/expire-reservations.ts';
import { deps } from '../deps.ts';

export const handler = scheduledFunction(async (context) => {
  const count = await expireReservations({ ...deps(context), expired: expiredReservations() });
  logger.info('reservations expired', { count });
});
