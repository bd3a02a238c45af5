import fc from 'fast-check';
import { captured, type Entry, refunded } from '../src/domain/entry.ts';

const AT = '2026-05-04T09:30:00.000Z';

/** The entry of a captured payment. */
export const aCapture = (n: number, amount = 11_900): Entry =>
  captured({ entryId: `event-${n}`, about: `ord_${n}`, at: AT, amount: { amount, currency: 'EUR' } });

export const aRefund = (n: number, amount = 11_900): Entry =>
  refunded({ entryId: `refund-${n}`, about: `ord_${n}`, at: AT, amount: { amount, currency: 'EUR' } });

/** Payments and refunds of any amount, some of them told twice. */
export const someEntries: fc.Arbitrary<readonly Entry[]> = fc.array(
  fc
    .record({ n: fc.integer({ min: 1, max: 12 }), isRefund: fc.boolean() })
    // What is told again is told the same.
    .map(({ n, isRefund }) => (isRefund ? aRefund(n, n * 7) : aCapture(n, n * 313))),
  { maxLength: 40 },
);
