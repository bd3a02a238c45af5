import type { OrderStatus } from '../api/shop.ts';
import { isMoving } from '../api/shop.ts';
import { describeStatus } from './reasons.ts';

export function StatusBadge({ status }: { status: OrderStatus }) {
  return (
    <span className={`rounded-full px-3 py-1 text-sm font-semibold ${lookOf(status)}`}>{describeStatus(status)}</span>
  );
}

function lookOf(status: OrderStatus): string {
  if (status === 'CANCELLED') return 'bg-blaze-wash text-blaze';
  // The only status in which the order waits for the shopper.
  if (status === 'AWAITING_PAYMENT') return 'bg-blaze text-card';
  return isMoving(status) ? 'bg-sunk text-ink' : 'bg-moss-wash text-spruce';
}
