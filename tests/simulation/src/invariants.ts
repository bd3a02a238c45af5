import type { OrderId } from '@waypost/contracts';
import { isUndecided, needsDriving } from 'order/simulation';
import type { Intent } from 'payment/simulation';
import type { Check } from './check.ts';
import { DECISIONS_HOLD } from './decision-invariants.ts';
import type { World } from './world.ts';

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Held, or about to be as soon as the shopper authenticates. */
const isOpen = (state: Intent['state']): boolean => state === 'held' || state === 'unauthenticated';

/** What the provider has of an order's money, in minor units. */
function moneyOf({ payment }: World, orderId: OrderId): { readonly held: number; readonly taken: number } {
  const intents = payment.intents.filter((intent) => intent.orderId === orderId);
  return {
    held: sum(intents.map(({ state, amount }) => (isOpen(state) ? amount : 0))),
    taken: sum(intents.map(({ captures, refunds, amount }) => (captures - refunds) * amount)),
  };
}

const hasShipments = ({ shipping }: World, orderId: OrderId): boolean => {
  const there = shipping.orders.get(orderId);
  return there?.status === 'arranged' && Object.keys(there.shipments).length > 0;
};

/** Units of a product in a warehouse, by what became of the reservations that they are in. */
function unitsIn(
  reservations: World['inventory']['reservations'],
): (status: string, sku: string, at: string) => number {
  const units = new Map<string, number>();
  const add = (key: string, quantity: number) => void units.set(key, (units.get(key) ?? 0) + quantity);
  for (const { status, parts } of reservations.values()) {
    for (const { warehouse, lines } of parts)
      lines.forEach(({ sku, quantity }) => add(`${status} ${sku} ${warehouse}`, quantity));
  }
  return (status, sku, warehouse) => units.get(`${status} ${sku} ${warehouse}`) ?? 0;
}

/** onHand and what was sold of it are what there was; what is reserved is what orders hold, and is there. */
const noUnitIsSoldTwice: Check = ({ inventory, stock }) => {
  const unitsOf = unitsIn(inventory.reservations);
  for (const { sku, warehouse, onHand: initially } of stock) {
    const { onHand, reserved } = inventory.stocks.get(sku)?.warehouses[warehouse] ?? { onHand: 0, reserved: 0 };
    const [held, sold] = [unitsOf('held', sku, warehouse), unitsOf('committed', sku, warehouse)];
    if (reserved < 0 || reserved > onHand || reserved !== held || onHand + sold !== initially) {
      return `${sku} in ${warehouse}: of ${initially} units ${onHand} are left and ${sold} sold; ${reserved} are reserved, ${held} held`;
    }
  }
  return undefined;
};

/** Undone in reverse: what was done later is undone before. */
const undoneInReverse: Check = (world, orders) => {
  for (const orderId of orders.keys()) {
    const { held, taken } = moneyOf(world, orderId);
    const isReleased = world.inventory.reservations.get(orderId)?.status === 'released';
    if (isReleased && held + taken > 0) return `${orderId} let its stock go while ${held} are held and ${taken} taken`;
    if (isReleased && hasShipments(world, orderId)) return `${orderId} let its stock go while shipments are arranged`;
  }
  for (const { orderId, undo } of world.payment.records()) {
    const isUndone = undo !== 'none' && undo !== 'begun';
    if (isUndone && hasShipments(world, orderId)) return `${orderId} got its money back while shipments are arranged`;
  }
  return undefined;
};

/** Nobody is charged twice, and nothing is given back that was not taken. */
const oneChargeAnOrder: Check = ({ payment }) => {
  const charged = new Map<OrderId, number>();
  for (const { orderId, captures, refunds, state } of payment.intents) {
    if (captures > 1) return `${orderId} was charged ${captures} times`;
    if (refunds > captures) return `${orderId} got back more than it paid`;
    const charges = (charged.get(orderId) ?? 0) + (isOpen(state) || captures > 0 ? 1 : 0);
    if (charges > 1) return `${orderId} has two charges`;
    charged.set(orderId, charges);
  }
  return undefined;
};

/** What is confirmed is paid, held or sold, and on its way: each once. */
const confirmedIsComplete: Check = (world, orders) => {
  for (const order of orders.values()) {
    // One that its shopper wants to cancel may be on its way back.
    if (order.status !== 'CONFIRMED' || needsDriving(order)) continue;
    const { orderId, total, lines } = order;
    const { held, taken } = moneyOf(world, orderId);
    if (taken !== total.amount || held !== 0) return `${orderId} is confirmed for ${total.amount}, ${taken} are taken`;
    const reservation = world.inventory.reservations.get(orderId);
    if (!reservation || reservation.status === 'released') return `${orderId} is confirmed without stock`;
    for (const { sku, quantity } of lines) {
      const units = sum(
        reservation.parts.flatMap((part) => part.lines).map((line) => (line.sku === sku ? line.quantity : 0)),
      );
      if (units !== quantity) return `${orderId} is confirmed with ${units} of ${quantity} ${sku}`;
    }
    const shipments = world.shipping.orders.get(orderId);
    const arranged = shipments?.status === 'arranged' ? Object.entries(shipments.shipments) : [];
    const sent = arranged.map(([warehouse, shipment]) => JSON.stringify([warehouse, shipment.lines])).toSorted();
    const owed = reservation.parts.map((part) => JSON.stringify([part.warehouse, part.lines])).toSorted();
    if (sent.join() !== owed.join()) return `${orderId} is confirmed, holds ${owed.join()} and sends ${sent.join()}`;
  }
  return undefined;
};

/** Of what is cancelled nothing is left. */
const cancelledIsUndone: Check = (world, orders) => {
  for (const { orderId, status } of orders.values()) {
    if (status !== 'CANCELLED') continue;
    const { held, taken } = moneyOf(world, orderId);
    if (held + taken > 0) return `${orderId} is cancelled, and ${held} are held, ${taken} taken`;
    const reservation = world.inventory.reservations.get(orderId)?.status;
    if (reservation === 'held' || reservation === 'committed')
      return `${orderId} is cancelled, and its stock ${reservation}`;
    if (hasShipments(world, orderId)) return `${orderId} is cancelled, and its shipments are arranged`;
  }
  return undefined;
};

/** As long as an order may still be confirmed, nobody else gets what it holds; one that waits for people holds something. */
const whatIsPromisedStaysHeld: Check = ({ inventory }, orders) => {
  for (const order of orders.values()) {
    if (!isUndecided(order) || order.decisions.undoing) continue;
    const reservation = inventory.reservations.get(order.orderId)?.status;
    const isWaiting = order.status !== 'PLACED';
    if (reservation === 'held' || (reservation === undefined && !isWaiting)) continue;
    return `${order.orderId} is ${order.status}, and its stock ${reservation ?? 'was never held'}`;
  }
  return undefined;
};

/** Whatever fails was made to fail, or lost a race. */
const nothingFailsByItself: Check = ({ bugs }) => bugs.at(0);

/** Holds after each step. */
const ALWAYS: readonly Check[] = [
  nothingFailsByItself,
  noUnitIsSoldTwice,
  undoneInReverse,
  oneChargeAnOrder,
  confirmedIsComplete,
  cancelledIsUndone,
  whatIsPromisedStaysHeld,
  ...DECISIONS_HOLD,
];

const everyOrderEnds: Check = (_, orders) => {
  const open = [...orders.values()].find(needsDriving);
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
const eachFactIsToldOnce: Check = ({ payment, shipping, order }, orders) => {
  const told = [...payment.told, ...shipping.told, ...order.told];
  const facts = told
    .filter(({ name }) => name !== 'OrderPlaced')
    .map(({ name, subject, data }) => `${name} of ${subject} ${JSON.stringify(data)}`);
  const twice = facts.find((fact, index) => facts.indexOf(fact) !== index);
  if (twice !== undefined) return `Told twice: ${twice}`;
  for (const { orderId, status } of orders.values()) {
    const names = new Set(told.filter(({ subject }) => subject === orderId).map(({ name }) => name));
    if (status === 'CONFIRMED' && !names.has('PaymentCaptured')) return `${orderId} is paid, and nobody was told`;
    if (status === 'CANCELLED' && names.has('PaymentCaptured') && !names.has('PaymentUndone'))
      return `${orderId} was refunded, and nobody was told`;
  }
  return undefined;
};

/** Holds once nothing is left to happen. */
const AT_THE_END: readonly Check[] = [
  everyOrderEnds,
  soldStockIsCommitted,
  nothingBecomesADeadLetter,
  nothingIsParkedInAQuietWorld,
  eachFactIsToldOnce,
];

/** What was violated first, if anything is. */
function firstViolation(checks: readonly Check[], world: World): string | undefined {
  const orders = world.order.all;
  for (const check of checks) {
    const wrong = check(world, orders);
    if (wrong !== undefined) return `${check.name}: ${wrong}`;
  }
  return undefined;
}

export const violationNow = (world: World): string | undefined => firstViolation(ALWAYS, world);
export const violationAtTheEnd = (world: World): string | undefined =>
  firstViolation([...ALWAYS, ...AT_THE_END], world);
