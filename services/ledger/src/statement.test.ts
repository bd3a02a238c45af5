import { expect, it } from 'vitest';
import { statementOf } from './statement.ts';

const entry = {
  entryId: 'event-1',
  kind: 'payment-captured',
  about: 'ord_1',
  currency: 'EUR',
  side: 'debit',
  amount: 11_900,
  at: '2026-05-04T09:30:00.000Z',
} as const;

it('has a header, and a line for each entry with its amount on its side', () => {
  const lines = statementOf([entry, { ...entry, side: 'credit', amount: 1 }]).split('\r\n');
  expect(lines).toEqual([
    'at,entryId,kind,about,debit,credit,currency',
    '2026-05-04T09:30:00.000Z,event-1,payment-captured,ord_1,11900,,EUR',
    '2026-05-04T09:30:00.000Z,event-1,payment-captured,ord_1,,1,EUR',
    '',
  ]);
});

it('of a month without entries has a header alone', () => {
  expect(statementOf([])).toBe('at,entryId,kind,about,debit,credit,currency\r\n');
});

it('keeps what looks like a formula from being one, and what has commas in one field', () => {
  expect(statementOf([{ ...entry, about: '=1+1' }])).toContain("'=1+1");
  expect(statementOf([{ ...entry, about: 'a,"b"' }])).toContain('"a,""b"""');
});
