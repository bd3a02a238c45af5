import * as z from 'zod';

export type Method = 'GET' | 'PUT' | 'POST' | 'DELETE';

/**
 * Callers of a route: anyone (`open`); anyone, with an identity if they send a token (`guest`); a signed-in shopper; or
 * a member of the `operator` group.
 */
export type Access = 'open' | 'guest' | 'shopper' | 'operator';

/** One route of the public HTTP API: what validates requests in the handler, shapes the gateway's routes and makes openapi.json. */
export interface RouteContract<
  Path extends z.ZodType = z.ZodType,
  Query extends z.ZodType = z.ZodType,
  Body extends z.ZodType = z.ZodType,
  Response extends z.ZodType = z.ZodType,
> {
  readonly kind: 'route';
  readonly owner: string;
  /** camelCase and unique, e.g. `placeOrder`. */
  readonly operationId: string;
  readonly summary: string;
  readonly method: Method;
  /** As API Gateway writes it: `/orders/{id}`. */
  readonly path: string;
  readonly access: Access;
  /** The caller must send `Idempotency-Key`. */
  readonly idempotent: boolean;
  /** The route may return 409: the request is valid, but conflicts with the current state. */
  readonly conflicts: boolean;
  /** The handler gets the body as it came, byte for byte, whatever its content type: a signature is over that. */
  readonly rawBody: boolean;
  readonly parameters: Path;
  readonly query: Query;
  /** `z.undefined()` where the route takes no body. */
  readonly body: Body;
  /** The status of a good answer. */
  readonly status: 200 | 201 | 202 | 204;
  /** Headers of a good answer beside `x-correlation-id`, and what each is for. */
  readonly responseHeaders: Readonly<Record<string, string>>;
  /** Media type of a successful response. Default: JSON. */
  readonly responseContentType: ResponseContentType;
  readonly response: Response;
}

export type ResponseContentType = 'application/json' | 'text/csv';

const nothing = z.strictObject({});
const noBody = z.undefined();
type Nothing = typeof nothing;
type NoBody = typeof noBody;

interface RouteDefinition<
  Path extends z.ZodType,
  Query extends z.ZodType,
  Body extends z.ZodType,
  Response extends z.ZodType,
> {
  owner: string;
  operationId: string;
  summary: string;
  method: Method;
  path: string;
  access: Access;
  idempotent?: boolean;
  conflicts?: boolean;
  rawBody?: boolean;
  parameters?: Path;
  query?: Query;
  body?: Body;
  status?: 200 | 201 | 202 | 204;
  responseHeaders?: Readonly<Record<string, string>>;
  responseContentType?: ResponseContentType;
  response: Response;
}

/** Defines a route; path parameters, query and body default to none, and unknown ones are rejected. */
export function defineRoute<
  Response extends z.ZodType,
  Path extends z.ZodType = Nothing,
  Query extends z.ZodType = Nothing,
  Body extends z.ZodType = NoBody,
>(definition: RouteDefinition<Path, Query, Body, Response>): RouteContract<Path, Query, Body, Response>;
export function defineRoute(definition: RouteDefinition<z.ZodType, z.ZodType, z.ZodType, z.ZodType>): RouteContract {
  return {
    kind: 'route',
    idempotent: false,
    conflicts: false,
    rawBody: false,
    status: 200,
    responseHeaders: {},
    responseContentType: 'application/json',
    ...definition,
    parameters: definition.parameters ?? nothing,
    query: definition.query ?? nothing,
    body: definition.body ?? noBody,
  };
}
