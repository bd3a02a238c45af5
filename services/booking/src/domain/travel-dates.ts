import { BOOKING_HORIZON_DAYS, MAX_NIGHTS } from '@waypost/contracts';

const DAY = 24 * 60 * 60 * 1000;

/** Number of nights between two dates, negative when they are in the wrong order. */
export const nightsBetween = (checkIn: string, checkOut: string): number =>
  (Date.parse(checkOut) - Date.parse(checkIn)) / DAY;

/** Last date on which a flight can depart or a stay can begin. */
export const lastBookableDate = (now: string): string =>
  new Date(Date.parse(now) + BOOKING_HORIZON_DAYS * DAY).toISOString().slice(0, 10);

/** Problem of the date on which a trip begins, if it has one: it is in the past, or beyond the booking horizon. */
export function dateProblem(date: string, now: string): string | undefined {
  if (date < now.slice(0, 10)) return 'The date is in the past.';
  const last = lastBookableDate(now);
  return date > last ? `The date must be on or before ${last}, ${BOOKING_HORIZON_DAYS} days ahead.` : undefined;
}

/** Problem of a check-out date, if it has one. */
export function checkOutProblem(checkIn: string, checkOut: string): string | undefined {
  const nights = nightsBetween(checkIn, checkOut);
  if (nights < 1) return 'The check-out date must be after the check-in date.';
  return nights > MAX_NIGHTS ? `A stay must have at most ${MAX_NIGHTS} nights.` : undefined;
}
