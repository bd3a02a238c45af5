import { isUnfinished } from 'order/simulation';
import type { Check } from './check.ts';

const everyOrderEnds: Check = (_, orders) => {
  const open = [...orders.values()].find(isUnfinished);
  return open && `${open.orderId} is ${open.status} for ever`;
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

/** Five drives in a row end undecided only where something is done to each of them: see `endedByItself`. */
const nothingIsParkedInAQuietWorld: Check = ({ parked, isQuiet }) =>
  isQuiet && parked[0] !== undefined ? `${parked[0]} was driven in vain` : undefined;

/** Whoever keeps books hears of money once, and of all of it. */
const eachEventIsPublishedOnce: Check = ({ payment, shipping, order }, orders) => {
  const told = [...payment.told, ...shipping.told, ...order.told];
  const facts = told
    .filter(({ name }) => name !== 'OrderPlaced')
    .map(({ name, subject, data }) => `${name} of ${subject} ${JSON.stringify(data)}`);
  const known = new Set<string>();
  for (const fact of facts) {
    if (known.has(fact)) return `Published twice: ${fact}`;
    known.add(fact);
  }
  const bySubject = Map.groupBy(told, ({ subject }) => subject);
  for (const { orderId, status } of orders.values()) {
    const names = new Set(bySubject.get(orderId)?.map(({ name }) => name));
    if (status === 'CONFIRMED' && !names.has('PaymentCaptured')) return `${orderId} is paid, and nobody was told`;
    if (status === 'CANCELLED' && names.has('PaymentCaptured') && !names.has('PaymentReversed'))
      return `${orderId} was refunded, and nobody was told`;
  }
  return undefined;
};

/** Holds once nothing is left to happen. */
export const HOLDS_AT_THE_END: readonly Check[] = [
  everyOrderEnds,
  soldStockIsCommitted,
  nothingBecomesADeadLetter,
  nothingIsParkedInAQuietWorld,
  eachEventIsPublishedOnce,
];
