import type { AccountEntry } from '@waypost/contracts';
import { stringify } from 'csv-stringify/sync';

const COLUMNS = ['at', 'entryId', 'kind', 'about', 'debit', 'credit', 'currency'];

/** The entries of an account as CSV (RFC 4180): a header, and a line each, with amounts in minor units on the side that they are on. */
export function statementOf(entries: readonly AccountEntry[]): string {
  const rows = entries.map(({ side, amount, ...entry }) => ({ ...entry, [side]: amount }));
  return stringify(rows, { header: true, columns: COLUMNS, record_delimiter: 'windows', escape_formulas: true });
}
