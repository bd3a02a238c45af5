import type { DomainEvent } from '@waypost/contracts';
import type { PaymentRecord } from '../src/domain/payment.ts';
import type { Payments } from '../src/ports.ts';

/** Records that keep to the same condition as the table does, and remember the events of each write. */
export function paymentsInMemory(): {
  payments: Payments;
  events: DomainEvent[];
  of: (payableId: string) => PaymentRecord | undefined;
} {
  const records = new Map<string, PaymentRecord>();
  const events: DomainEvent[] = [];
  return {
    events,
    of: (payableId) => records.get(payableId),
    payments: {
      of: async (payableId) => records.get(payableId),
      keep: async (record, caused = []) => {
        if ((records.get(record.payableId)?.version ?? 0) !== record.version) return 'changed';
        const stored = { ...record, version: record.version + 1 };
        records.set(record.payableId, stored);
        events.push(...caused);
        return stored;
      },
    },
  };
}
