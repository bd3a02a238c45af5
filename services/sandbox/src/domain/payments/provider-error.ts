import * as z from 'zod';

/** An error as the provider tells it: https://docs.stripe.com/api/errors. */
export const ProviderError = z
  .object({
    status: z.literal([400, 401, 402, 404, 409, 500]),
    type: z.enum(['api_error', 'card_error', 'idempotency_error', 'invalid_request_error']),
    code: z.string().exactOptional(),
    declineCode: z.string().exactOptional(),
    param: z.string().exactOptional(),
    message: z.string(),
  })
  .readonly();
export type ProviderError = z.infer<typeof ProviderError>;

/** A rejection of a request that can't be done as it is: https://docs.stripe.com/error-codes. */
export function invalidRequest(code: string, message: string, param?: string): ProviderError {
  return { status: 400, type: 'invalid_request_error', code, message, ...(param && { param }) };
}

/** Something that a parameter names isn't there; in the path it is a 404. */
export function resourceMissing(what: string, id: string, param: string, status: 400 | 404 = 400): ProviderError {
  return { ...invalidRequest('resource_missing', `No such ${what}: '${id}'`, param), status };
}

/** A state that doesn't allow it. */
export function unexpectedState(message: string): ProviderError {
  return invalidRequest('payment_intent_unexpected_state', message);
}
