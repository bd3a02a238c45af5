import type { RouteContract } from '@waypost/contracts';
import { type Contract, everyCommand, everyEvent, everyRoute, nameOf } from '@waypost/contracts/catalogue';
import { jsonSchemaOf, type JsonSchema } from '@waypost/contracts/json-schema';
import * as z from 'zod';
import { eventSchema, takesBody } from '../message-schemas.ts';

const Schemas = z.record(
  z.string(),
  z.custom<JsonSchema>((value) => typeof value === 'object' && value !== null),
);

/** What the rest of the world was told of a contract: facts that may not change, what it asks, what it tells. */
export const PublishedContract = z.object({
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  asked: Schemas,
  told: Schemas,
});
export type PublishedContract = z.infer<typeof PublishedContract>;

/** Contracts by name, e.g. `order/OrderPlaced.v1`. */
export type Publication = Readonly<Record<string, PublishedContract>>;

/** What the sources say now. */
export const currentPublication = (): Publication =>
  Object.fromEntries(
    [...everyEvent, ...everyCommand, ...everyRoute].map((contract) => [nameOf(contract), publishable(contract)]),
  );

/** A contract as it would be published. */
export function publishable(contract: Contract): PublishedContract {
  switch (contract.kind) {
    case 'event':
      return {
        facts: { kind: 'event', source: contract.source, detailType: contract.name },
        asked: {},
        told: { detail: eventSchema(contract, contract.name) },
      };
    case 'command':
      return {
        facts: { kind: 'command' },
        asked: { request: jsonSchemaOf(contract.request, 'asked') },
        told: { result: jsonSchemaOf(contract.result, 'told') },
      };
    case 'route':
      return publishableRoute(contract);
  }
}

function publishableRoute(route: RouteContract): PublishedContract {
  const { method, path, access, status, idempotent } = route;
  return {
    facts: { kind: 'route', method, path, access, status, idempotent },
    asked: {
      parameters: jsonSchemaOf(route.parameters, 'asked'),
      query: jsonSchemaOf(route.query, 'asked'),
      ...(takesBody(route) && { body: jsonSchemaOf(route.body, 'asked') }),
    },
    told: route.response instanceof z.ZodUndefined ? {} : { response: jsonSchemaOf(route.response, 'told') },
  };
}
