import type { RouteContract } from '@waypost/contracts';
import { type Contract, everyCommand, everyEvent, everyRoute, nameOf } from '@waypost/contracts/catalogue';
import { jsonSchemaOf, type JsonSchema } from '@waypost/contracts/json-schema';
import * as z from 'zod';
import { eventSchema, takesBody } from '../message-schemas.ts';

const Schemas = z.record(
  z.string(),
  z.custom<JsonSchema>((value) => typeof value === 'object' && value !== null),
);

/** A contract as published: facts that must not change, its input and its output. */
export const PublishedContract = z.object({
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  input: Schemas,
  output: Schemas,
});
export type PublishedContract = z.infer<typeof PublishedContract>;

/** Contracts by name, e.g. `order/OrderPlaced.v1`. */
export type Publication = Readonly<Record<string, PublishedContract>>;

/** The current contract, in the published form. */
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
        input: {},
        output: { detail: eventSchema(contract, contract.name) },
      };
    case 'command':
      return {
        facts: { kind: 'command' },
        input: { request: jsonSchemaOf(contract.request, 'input') },
        output: { result: jsonSchemaOf(contract.result, 'output') },
      };
    case 'route':
      return publishableRoute(contract);
  }
}

function publishableRoute(route: RouteContract): PublishedContract {
  const { method, path, access, status, idempotent } = route;
  return {
    facts: { kind: 'route', method, path, access, status, idempotent },
    input: {
      parameters: jsonSchemaOf(route.parameters, 'input'),
      query: jsonSchemaOf(route.query, 'input'),
      ...(takesBody(route) && { body: jsonSchemaOf(route.body, 'input') }),
    },
    output: route.response instanceof z.ZodUndefined ? {} : { response: jsonSchemaOf(route.response, 'output') },
  };
}
