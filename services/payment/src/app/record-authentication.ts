import type { PayableId } from '@waypost/contracts';
import { retryOnConflict } from '@waypost/service-kit';
import { type Authentication, recordAuthentication as record } from '../domain/authenticate.ts';
import type { Ports } from '../ports.ts';

/** Records what the provider reported of a payment that the shopper had to authenticate. Told twice, late or of something else, it changes nothing. */
export function recordAuthentication(
  { payments, now }: Pick<Ports, 'payments' | 'now'>,
  payableId: PayableId,
  authentication: Authentication,
): Promise<'recorded' | 'nothing_new'> {
  return retryOnConflict<'recorded' | 'nothing_new'>(async () => {
    const next = record(await payments.of(payableId), authentication, now);
    if (!next) return 'nothing_new';
    return (await payments.keep(next.record, next.events)) === 'changed' ? 'changed' : 'recorded';
  });
}
