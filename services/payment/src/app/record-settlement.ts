import type { OrderId } from '@waypost/contracts';
import { onFreshState } from '@waypost/service-kit';
import { recordSettlement as record } from '../domain/settle.ts';
import type { Ports } from '../ports.ts';

/** Records that the provider has the money that was taken. Told twice, late or of something else, it changes nothing. */
export function recordSettlement(
  { payments, now }: Pick<Ports, 'payments' | 'now'>,
  orderId: OrderId,
  intentId: string,
): Promise<'recorded' | 'nothing_new'> {
  return onFreshState<'recorded' | 'nothing_new'>(async () => {
    const next = record(await payments.of(orderId), intentId, now);
    if (!next) return 'nothing_new';
    return (await payments.keep(next.record, next.events)) === 'changed' ? 'changed' : 'recorded';
  });
}
