import { BookingId, OrderId } from '@waypost/contracts';
import fc from 'fast-check';
import { captured, type Entry, feeKept, refunded } from '../src/domain/entry.ts';

const AT = '2026-05-04T09:30:00.000Z';

export const orderIdOf = (n: number) => OrderId.parse(`ord_${String(n).padStart(32, '0')}`);
export const bookingIdOf = (n: number) => BookingId.parse(`bkg_${String(n).padStart(32, '0')}`);

/** The entry of a captured payment. */
export const aCapture = (n: number, amount = 11_900, payableId: OrderId | BookingId = orderIdOf(n)): Entry =>
  captured({
    entryId: `event-${n}`,
    payableId,
    paymentIntentId: `pi_${n}`,
    at: AT,
    amount: { amount, currency: 'EUR' },
    bookedBefore: 0,
  });

export const aRefund = (n: number, amount = 11_900, payableId: OrderId | BookingId = orderIdOf(n)): Entry =>
  refunded({
    entryId: `refund-${n}`,
    payableId,
    paymentIntentId: `pi_${n}`,
    at: AT,
    amount: { amount, currency: 'EUR' },
    bookedBefore: amount,
  });

export const aFee = (n: number, amount = 204): Entry =>
  feeKept({ entryId: `fee-${n}`, transactionId: `txn_${n}`, at: AT, fee: { amount, currency: 'EUR' } });

/** Payments, refunds and fees of any amount, some of them told twice. */
export const someEntries: fc.Arbitrary<readonly Entry[]> = fc.array(
  fc
    .record({ n: fc.integer({ min: 1, max: 12 }), kind: fc.constantFrom('capture', 'refund', 'fee', 'trip') })
    // A duplicate event has the same content.
    .map(({ n, kind }) => {
      if (kind === 'fee') return aFee(n, n * 3);
      if (kind === 'trip') return aCapture(n + 100, n * 1709, bookingIdOf(n));
      return kind === 'refund' ? aRefund(n, n * 7) : aCapture(n, n * 313);
    }),
  { maxLength: 40 },
);
