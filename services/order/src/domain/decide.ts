import type { CancelReason } from '@waypost/contracts';
import type { Order, OrderEvent, OrderShipment } from './order.ts';

/** What a workflow asks of its order at the end; `attempt` says which drive asks. */
export type OrderCommand =
  | {
      readonly type: 'confirm';
      readonly attempt: number;
      readonly at: string;
      readonly shipments: readonly OrderShipment[];
    }
  | { readonly type: 'cancel'; readonly attempt: number; readonly at: string; readonly reason: CancelReason };

/** What comes of it: an event, nothing because it happened before, or a refusal. */
export type OrderDecision =
  | { readonly outcome: 'happens'; readonly event: OrderEvent }
  | { readonly outcome: 'happened' }
  | { readonly outcome: 'refused'; readonly because: 'newer_attempt' | 'cancelled' | 'confirmed' };

/** An order is confirmed once or cancelled once, never both, and only by the drive that counts. */
export function decide(order: Order, command: OrderCommand): OrderDecision {
  if (command.attempt < order.attempt) return { outcome: 'refused', because: 'newer_attempt' };
  switch (order.status) {
    case 'PLACED':
      return { outcome: 'happens', event: eventOf(command) };
    case 'CONFIRMED':
      return command.type === 'confirm' ? { outcome: 'happened' } : { outcome: 'refused', because: 'confirmed' };
    case 'CANCELLED':
      return command.type === 'cancel' ? { outcome: 'happened' } : { outcome: 'refused', because: 'cancelled' };
  }
}

function eventOf(command: OrderCommand): OrderEvent {
  const { at } = command;
  return command.type === 'confirm'
    ? { type: 'confirmed', at, shipments: command.shipments }
    : { type: 'cancelled', at, reason: command.reason };
}
