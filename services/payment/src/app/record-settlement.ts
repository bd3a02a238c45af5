import type { DomainEvent, PayableId } from '@waypost/contracts';
import { retryOnConflict } from '@waypost/service-kit';
import type { PaymentRecord } from '../domain/payment.ts';
import type { Ports } from '../ports.ts';

/**
 * Records what the provider told by itself: that it has the money, or how much of it went back. Told twice, late or of
 * something else, it changes nothing.
 */
export function recordSettlement(
  { payments }: Pick<Ports, 'payments'>,
  payableId: PayableId,
  record: (
    before: PaymentRecord | undefined,
  ) => { readonly record: PaymentRecord; readonly events: readonly DomainEvent[] } | undefined,
): Promise<'recorded' | 'nothing_new'> {
  return retryOnConflict<'recorded' | 'nothing_new'>(async () => {
    const next = record(await payments.of(payableId));
    if (!next) return 'nothing_new';
    return (await payments.keep(next.record, next.events)) === 'changed' ? 'changed' : 'recorded';
  });
}
