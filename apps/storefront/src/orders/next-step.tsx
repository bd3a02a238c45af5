import { buttonClass } from '@waypost/ui';
import type { Order } from '../api/shop.ts';
import { authenticationAddress } from './authentication-address.ts';
import { describeNextStep } from './reasons.ts';

/**
 * Shows what an order waits for, and the action that only the shopper can take: the bank's page replaces the shop in
 * this tab and links back. Its height is constant, so that nothing below it moves.
 */
export function NextStep({ order, cancelling }: { order: Order; cancelling: boolean }) {
  const address = cancelling ? undefined : authenticationAddress(order);
  const { title, text } = describeNextStep(order.status, { cancelling, leadsToBank: address !== undefined });
  return (
    <section
      aria-label="Next step"
      className="flex min-h-48 max-w-xl flex-col gap-4 rounded-2xl border border-line bg-moss-wash p-5 sm:min-h-36 sm:flex-row sm:justify-between"
    >
      <div aria-live="polite">
        <p className="font-semibold">{title}</p>
        <p className="mt-1">{text}</p>
      </div>
      {address && (
        <a href={address} className={`shrink-0 self-start sm:self-center ${buttonClass()}`}>
          Authenticate payment
        </a>
      )}
    </section>
  );
}
