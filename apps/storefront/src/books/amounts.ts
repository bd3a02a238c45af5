import { formatMoney } from '../money.ts';

/** An amount in minor units that may be below 0. */
export const formatSigned = (amount: number, currency: 'EUR'): string =>
  amount < 0 ? `−${formatMoney({ amount: -amount, currency })}` : formatMoney({ amount, currency });
