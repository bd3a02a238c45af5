import { formatMoney } from '../money.ts';

/** Formats an amount in minor units that may be negative. */
export const formatSigned = (amount: number, currency: 'EUR'): string =>
  amount < 0 ? `−${formatMoney({ amount: -amount, currency })}` : formatMoney({ amount, currency });
