import * as z from 'zod';

const DECIMAL = /^(0|[1-9]\d{0,14})$/;

/**
 * A whole number in a query string: decimal digits only. Signs, exponents, leading zeros and blanks are rejected, which
 * `Number` would accept.
 */
export const queryInteger = ({ minimum, maximum }: { readonly minimum: number; readonly maximum: number }) => {
  const message = `must be a whole number from ${minimum} to ${maximum}`;
  return z.preprocess(
    (value) => (typeof value === 'string' && DECIMAL.test(value) ? Number(value) : value),
    z.int(message).min(minimum, message).max(maximum, message),
  );
};
