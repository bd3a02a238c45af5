import * as z from 'zod';
import type { ProviderError } from '../domain/payments/provider-error.ts';

const Flag = z.stringbool({ truthy: ['true'], falsy: ['false'] });
const Amount = z.coerce.number().int().positive();
const Metadata = z.record(z.string().max(40), z.string().max(500));

/** https://docs.stripe.com/api/payment_intents/create, what the shop uses of it. */
const CreateShape = z.strictObject({
  amount: Amount,
  currency: z.string().regex(/^[a-zA-Z]{3}$/),
  capture_method: z.enum(['automatic', 'automatic_async', 'manual']).default('automatic'),
  confirm: Flag.default(false),
  payment_method: z.string().exactOptional(),
  allowed_payment_method_types: z.array(z.string()).exactOptional(),
  /** Name of the parameter in older versions of the API. */
  payment_method_types: z.array(z.string()).exactOptional(),
  automatic_payment_methods: z
    .strictObject({ enabled: Flag, allow_redirects: z.enum(['always', 'never']).exactOptional() })
    .exactOptional(),
  description: z.string().exactOptional(),
  metadata: Metadata.default({}),
  /** URL to which a shopper returns after authentication. */
  return_url: z.url({ protocol: /^https?$/ }).exactOptional(),
});

/** With what depends on what: a `return_url` is for an intent that is confirmed, and for one that may send the shopper away. */
export const CreateParameters = CreateShape.superRefine((parameters, context) => {
  const { confirm, return_url: returnUrl, automatic_payment_methods: automatic } = parameters;
  const refuse = (message: string) => context.addIssue({ code: 'custom', path: ['return_url'], message });
  if (!confirm && returnUrl !== undefined) refuse('This parameter can only be used with `confirm` set to `true`.');
  if (confirm && returnUrl === undefined && automatic?.enabled && automatic.allow_redirects !== 'never')
    refuse(
      'You must provide a `return_url`, since some of the payment methods may redirect your customer; or set `automatic_payment_methods[allow_redirects]` to `never`.',
    );
});

/** https://docs.stripe.com/api/payment_intents/capture */
export const CaptureParameters = z.strictObject({ amount_to_capture: Amount.exactOptional() });

/** https://docs.stripe.com/api/payment_intents/cancel */
export const CancelParameters = z.strictObject({
  cancellation_reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer', 'abandoned']).exactOptional(),
});

/** https://docs.stripe.com/api/refunds/create */
export const RefundParameters = z.strictObject({
  payment_intent: z.string(),
  amount: Amount.exactOptional(),
  reason: z.enum(['duplicate', 'fraudulent', 'requested_by_customer']).exactOptional(),
  metadata: Metadata.default({}),
});

/** https://docs.stripe.com/api/refunds/list, as far as the shop uses it. These parameters are in the query string. */
export const ListRefundsParameters = z.strictObject({
  payment_intent: z.string(),
  limit: z.coerce.number().int().min(1).max(100).default(10),
});

/** https://docs.stripe.com/api/balance_transactions/list, what the shop uses of it; these come in the address. */
export const TransactionsParameters = z.strictObject({
  limit: z.coerce.number().int().min(1).max(100).default(10),
  starting_after: z.string().exactOptional(),
  /** Epoch seconds. */
  created: z.strictObject({ gte: z.coerce.number().int().nonnegative() }).exactOptional(),
  expand: z.array(z.literal('data.source')).default([]),
});

export const NoParameters = z.strictObject({});

/** The first thing that is wrong with parameters, as the provider tells it. */
export function parameterError(given: unknown, { issues }: z.ZodError): ProviderError {
  const [issue] = issues;
  const rejected = (code: string | undefined, message: string, param: string): ProviderError => ({
    status: 400,
    type: 'invalid_request_error',
    ...(code && { code }),
    message,
    param,
  });
  if (issue?.code === 'unrecognized_keys') {
    const param = bracketed([...issue.path, ...issue.keys.slice(0, 1)]);
    return rejected('parameter_unknown', `Received unknown parameter: ${param}`, param);
  }
  const param = bracketed(issue?.path ?? []);
  if (issue?.code === 'custom') return rejected(undefined, issue.message, param);
  if (isMissing(given, issue?.path ?? []))
    return rejected('parameter_missing', `Missing required param: ${param}.`, param);
  if (param.startsWith('amount')) return rejected('parameter_invalid_integer', `Invalid integer: ${param}`, param);
  if (param === 'return_url') return rejected('url_invalid', 'Not a valid URL', param);
  return rejected(undefined, `Invalid ${param}`, param);
}

function isMissing(given: unknown, path: readonly PropertyKey[]): boolean {
  const found = path.reduce<unknown>(
    (value, part) => (typeof value === 'object' && value !== null ? Reflect.get(value, part) : undefined),
    given,
  );
  return found === undefined;
}

function bracketed([first = '', ...rest]: readonly PropertyKey[]): string {
  return String(first) + rest.map((part) => `[${String(part)}]`).join('');
}
