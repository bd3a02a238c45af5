// npm run redrive -- ord_… or bkg_…: resumes a parked order or booking, or one whose workflow ended without a decision,
// on the running stage.
import { BookingId, OrderId, RedriveBooking, RedriveOrder } from '@waypost/contracts';
import { invokeOnStage } from './ask-on-stage.ts';
import { describeError, StageError } from './stage-error.ts';

const BY = 'npm run redrive';

async function ask(id: string | undefined) {
  const { data: orderId } = OrderId.safeParse(id);
  if (orderId) return invokeOnStage(RedriveOrder, { orderId }, BY);
  const { data: bookingId } = BookingId.safeParse(id);
  if (bookingId) return invokeOnStage(RedriveBooking, { bookingId }, BY);
  throw new StageError(
    id === undefined ? 'No order or booking was named.' : `${id} is no id of an order or a booking.`,
    'Say which: npm run redrive -- ord_… or bkg_… (the dead letters of the sweeps name those that were parked).',
  );
}

async function redrive(id: string | undefined): Promise<string> {
  const result = await ask(id);
  switch (result.outcome) {
    case 'started':
      return `Redriven as attempt ${result.attempt}.`;
    case 'running':
      return `Attempt ${result.attempt} is running: nothing to redrive.`;
    case 'decided':
      return 'It is decided: there is nothing to drive.';
    case 'unknown_order':
      return 'Order not found.';
    case 'unknown_booking':
      return 'Booking not found.';
  }
}

try {
  console.log(await redrive(process.argv[2]));
} catch (error) {
  console.error(describeError(error));
  process.exitCode = 1;
}
