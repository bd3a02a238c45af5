import { EventMetadata, type CommandContract, type EventContract, type RouteContract } from '@waypost/contracts';
import { jsonSchemaOf, type JsonSchema } from '@waypost/contracts/json-schema';
import * as z from 'zod';

const detailOf = ({ owner, version, schema }: EventContract) =>
  z.object({
    metadata: EventMetadata.extend({ schemaVersion: z.literal(version), producer: z.literal(owner) }),
    data: schema,
  });

const titled = (title: string, description: string, { $schema, ...schema }: JsonSchema): JsonSchema => ({
  ...($schema && { $schema }),
  title,
  description,
  ...schema,
});

/** The whole `detail` of an event, for readers: draft 2020-12. */
export function eventSchema(event: EventContract, summary: string): JsonSchema {
  return titled(`${event.name} v${event.version}`, summary, jsonSchemaOf(detailOf(event), 'output'));
}

/** The EventBridge event around it, for EventBridge's schema registry: draft 4. */
export function registrySchema(event: EventContract, summary: string): JsonSchema {
  const busEvent = z.object({
    id: z.string(),
    source: z.literal(event.source),
    'detail-type': z.literal(event.name),
    time: z.iso.datetime(),
    detail: detailOf(event),
  });
  return titled(
    `${event.source}@${event.name}-v${event.version}`,
    summary,
    jsonSchemaOf(busEvent, 'output', 'draft-04'),
  );
}

/** JSON Schemas (draft 2020-12) of a command's request and result. */
export function commandSchemas(command: CommandContract, summary: string): { request: JsonSchema; result: JsonSchema } {
  const name = `${command.name} v${command.version}`;
  return {
    request: titled(`Request of ${name}`, summary, jsonSchemaOf(command.request, 'input')),
    result: titled(`Result of ${name}`, summary, jsonSchemaOf(command.result, 'output')),
  };
}

/** Reports whether a route has a body. */
export const takesBody = (route: RouteContract): boolean => !(route.body instanceof z.ZodUndefined);

/**
 * Reports whether the gateway can validate a route's body. A signed body is parsed only after its signature is
 * verified.
 */
export const hasBodyModel = (route: RouteContract): boolean => takesBody(route) && !route.rawBody;

/** A request's body as a model of API Gateway: draft 4. */
export function gatewaySchema(route: RouteContract): JsonSchema {
  return titled(`Body of ${route.operationId}`, route.summary, jsonSchemaOf(route.body, 'input', 'draft-04'));
}
