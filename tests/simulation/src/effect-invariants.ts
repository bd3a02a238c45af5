import type { OrderId } from '@waypost/contracts';
import { isPending, isUnfinished } from 'order/simulation';
import type { Check } from './check.ts';
import { hasShipments, intentsOf, isOpen, moneyOf, sum } from './holdings.ts';
import type { World } from './world.ts';

type Reservations = World['inventory']['reservations'];
type Reservation = Reservations extends ReadonlyMap<OrderId, infer Value> ? Value : never;

/** Units by status, product and warehouse, with the reservations that they are counted from. */
interface Counted {
  readonly units: Map<string, number>;
  readonly reservations: Map<OrderId, Reservation>;
}
const counts = new WeakMap<Reservations, Counted>();

/** Units of a product in a warehouse by status of their reservations, recounted for the orders that changed. */
function unitsIn(
  reservations: Reservations,
  changed: Iterable<OrderId>,
): (status: string, sku: string, at: string) => number {
  const counted = counts.get(reservations) ?? { units: new Map(), reservations: new Map() };
  counts.set(reservations, counted);
  const count = ({ status, parts }: Reservation, sign: 1 | -1) => {
    for (const { warehouse, lines } of parts)
      for (const { sku, quantity } of lines) {
        const key = `${status} ${sku} ${warehouse}`;
        counted.units.set(key, (counted.units.get(key) ?? 0) + sign * quantity);
      }
  };
  for (const orderId of changed) {
    const [before, now] = [counted.reservations.get(orderId), reservations.get(orderId)];
    if (before === now || !now) continue;
    if (before) count(before, -1);
    count(now, 1);
    counted.reservations.set(orderId, now);
  }
  return (status, sku, warehouse) => counted.units.get(`${status} ${sku} ${warehouse}`) ?? 0;
}

/** Units on hand and sold add up to the initial stock. Reserved units are those of the orders, and on hand. */
const noUnitIsSoldTwice: Check = ({ inventory, stock }, orders) => {
  const unitsOf = unitsIn(inventory.reservations, orders.keys());
  for (const { sku, warehouse, onHand: initially } of stock) {
    const { onHand, reserved } = inventory.stocks.get(sku)?.warehouses[warehouse] ?? { onHand: 0, reserved: 0 };
    const [held, sold] = [unitsOf('held', sku, warehouse), unitsOf('committed', sku, warehouse)];
    if (reserved < 0 || reserved > onHand || reserved !== held || onHand + sold !== initially) {
      return `${sku} in ${warehouse}: of ${initially} units ${onHand} are left and ${sold} sold; ${reserved} are reserved, ${held} held`;
    }
  }
  return undefined;
};

/** Steps are compensated in reverse order. */
const compensatedInReverse: Check = (world, orders) => {
  for (const orderId of orders.keys()) {
    const { held, taken } = moneyOf(world, orderId);
    const isReleased = world.inventory.reservations.get(orderId)?.status === 'released';
    if (isReleased && held + taken > 0) return `${orderId} let its stock go while ${held} are held and ${taken} taken`;
    if (isReleased && hasShipments(world, orderId)) return `${orderId} let its stock go while shipments are arranged`;
  }
  for (const orderId of orders.keys()) {
    const reversal = world.payment.recordOf(orderId)?.reversal ?? 'none';
    if (reversal !== 'none' && reversal !== 'begun' && hasShipments(world, orderId))
      return `${orderId} was refunded while shipments are arranged`;
  }
  return undefined;
};

/** No order is charged twice, and no more is refunded than was charged. */
const oneChargeAnOrder: Check = (world, orders) => {
  for (const orderId of orders.keys()) {
    const intents = intentsOf(world, orderId);
    for (const { captures, refunds } of intents) {
      if (captures > 1) return `${orderId} was charged ${captures} times`;
      if (refunds > captures) return `${orderId} was refunded more than it paid`;
    }
    const charges = intents.filter(({ state, captures }) => isOpen(state) || captures > 0);
    if (charges.length > 1) return `${orderId} has two charges`;
  }
  return undefined;
};

/** A confirmed order is paid, reserved or sold, and shipped: each once. */
const confirmedIsComplete: Check = (world, orders) => {
  for (const order of orders.values()) {
    // An order whose cancellation was requested may be partly compensated.
    if (order.status !== 'CONFIRMED' || isUnfinished(order)) continue;
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

/** A cancelled order holds no stock, payment or shipment. */
const cancelledIsCompensated: Check = (world, orders) => {
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

/**
 * While an order can still be confirmed, its stock stays reserved. An order that waits for a decision has reserved
 * stock.
 */
const whatIsPromisedStaysHeld: Check = ({ inventory }, orders) => {
  for (const order of orders.values()) {
    if (!isPending(order) || order.decisions.compensation) continue;
    const reservation = inventory.reservations.get(order.orderId)?.status;
    const isWaiting = order.status !== 'PLACED';
    if (reservation === 'held' || (reservation === undefined && !isWaiting)) continue;
    return `${order.orderId} is ${order.status}, and its stock ${reservation ?? 'was never held'}`;
  }
  return undefined;
};

/** Invariants of stock, payments and shipments, checked after each step. */
export const EFFECTS_HOLD: readonly Check[] = [
  noUnitIsSoldTwice,
  compensatedInReverse,
  oneChargeAnOrder,
  confirmedIsComplete,
  cancelledIsCompensated,
  whatIsPromisedStaysHeld,
];
