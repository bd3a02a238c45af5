import type { Order } from '@waypost/contracts';

/** An order as it was when it was decided: a confirmed one goes on by itself, and may have been shipped meanwhile. */
export function asDecided(order: Order): Order {
  const confirmed = order.history.findIndex(({ status }) => status === 'CONFIRMED');
  if (confirmed === -1 || order.status === 'CANCELLED') return order;
  return { ...order, status: 'CONFIRMED', history: order.history.slice(0, confirmed + 1) };
}
