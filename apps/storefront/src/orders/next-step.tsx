import { buttonClass } from '@waypost/ui';
import type { Order } from '../api/shop.ts';
import { authenticationAddress } from './authentication-address.ts';
import { nextWords } from './reasons.ts';

/**
 * What an order waits for, and the one thing that only the shopper can do about it: the bank's page replaces the shop in this
 * tab, and leads back to this one. It keeps its room whatever it says, so that nothing below it jumps.
 */
export function NextStep({ order, cancelling }: { order: Order; cancelling: boolean }) {
  const address = cancelling ? undefined : authenticationAddress(order);
  const { title, text } = nextWords(order.status, { cancelling, leadsToBank: address !== undefined });
  return (
    <section
      aria-label="What comes next"
      className="flex min-h-48 max-w-xl flex-col gap-4 rounded-2xl border border-line bg-moss-wash p-5 sm:min-h-36 sm:flex-row sm:justify-between"
    >
      <div aria-live="polite">
        <p className="font-semibold">{title}</p>
        <p className="mt-1">{text}</p>
      </div>
      {address && (
        <a href={address} className={`shrink-0 self-start sm:self-center ${buttonClass()}`}>
          Authenticate the payment
        </a>
      )}
    </section>
  );
}
