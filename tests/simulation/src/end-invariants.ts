import { isUnfinished } from 'order/simulation';
import type { Check } from './check.ts';

const everyOrderEnds: Check = (_, orders) => {
  const open = [...orders.values()].find(isUnfinished);
  return open && `${open.orderId} is ${open.status} at the end`;
};

const soldStockIsCommitted: Check = ({ inventory }, orders) => {
  for (const { orderId, status } of orders.values()) {
    const reservation = inventory.reservations.get(orderId)?.status;
    if (status === 'CONFIRMED' && reservation !== 'committed')
      return `${orderId} is confirmed, and its stock ${reservation}`;
  }
  return undefined;
};

const nothingBecomesADeadLetter: Check = ({ deadLetters }) =>
  deadLetters.at(0) && `A message became a dead letter: ${deadLetters.at(0)}`;

/** Five attempts in a row fail only if a fault hit each of them: see `endedByItself`. */
const nothingIsParkedInAQuietWorld: Check = ({ parked, isQuiet }) =>
  isQuiet && parked[0] !== undefined ? `${parked[0]} failed all attempts` : undefined;

/** Accounting receives every payment event once. */
const eachEventIsPublishedOnce: Check = ({ payment, shipping, order }, orders) => {
  const published = [...payment.published, ...shipping.published, ...order.published];
  const facts = published
    .filter(({ name }) => name !== 'OrderPlaced')
    .map(({ name, subject, data }) => `${name} of ${subject} ${JSON.stringify(data)}`);
  const known = new Set<string>();
  for (const fact of facts) {
    if (known.has(fact)) return `Published twice: ${fact}`;
    known.add(fact);
  }
  const bySubject = Map.groupBy(published, ({ subject }) => subject);
  for (const { orderId, status } of orders.values()) {
    const names = new Set(bySubject.get(orderId)?.map(({ name }) => name));
    if (status === 'CONFIRMED' && !names.has('PaymentCaptured'))
      return `${orderId} is paid, and no event was published`;
    if (status === 'CANCELLED' && names.has('PaymentCaptured') && !names.has('PaymentReversed'))
      return `${orderId} was refunded, and no event was published`;
  }
  return undefined;
};

/** Invariants checked at the end. */
export const HOLDS_AT_THE_END: readonly Check[] = [
  everyOrderEnds,
  soldStockIsCommitted,
  nothingBecomesADeadLetter,
  nothingIsParkedInAQuietWorld,
  eachEventIsPublishedOnce,
];
