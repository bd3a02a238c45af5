import type { OrderStatus } from '@waypost/contracts';
import { isMoving } from './order-steps.ts';
import { statusWords } from './reasons.ts';

export function StatusBadge({ status }: { status: OrderStatus }) {
  const look =
    status === 'CANCELLED'
      ? 'bg-blaze-wash text-blaze'
      : isMoving(status)
        ? 'bg-sunk text-ink'
        : 'bg-moss-wash text-spruce';
  return <span className={`rounded-full px-3 py-1 text-sm font-semibold ${look}`}>{statusWords(status)}</span>;
}
