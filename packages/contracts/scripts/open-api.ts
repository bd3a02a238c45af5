import { STATUS_CODES } from 'node:http';
import * as contracts from '@waypost/contracts';
import type { RouteContract } from '@waypost/contracts';
import { everyRoute } from '@waypost/contracts/catalogue';
import { leaveOpen } from '@waypost/contracts/json-schema';
import { sampleOf } from '@waypost/contracts/sample';
import * as z from 'zod';
import {
  createDocument,
  type ZodOpenApiObject,
  type ZodOpenApiOperationObject,
  type ZodOpenApiPathsObject,
  type ZodOpenApiRequestBodyObject,
} from 'zod-openapi';
import { takesBody } from './message-schemas.ts';
import { problemsOf } from './problem-responses.ts';

export type OpenApi = ReturnType<typeof createDocument>;

const CorrelationId = z.string().meta({
  description:
    'Correlation id of the request, its events and its logs. The service creates one if the request has none, or one that is not 8 to 64 letters, digits and hyphens.',
  examples: ['019df252-b5c0-7000-8000-00000000000c'],
});

/** Owners of routes, by name. */
export const apiOwners: readonly string[] = [...new Set(everyRoute.map(({ owner }) => owner))].toSorted();

/** The OpenAPI 3.1 document of one service's API, from its route contracts. Paths are those behind the front door. */
export function openApiOf(owner: string): OpenApi {
  const routes = everyRoute.filter((route) => route.owner === owner);
  const document: ZodOpenApiObject = {
    openapi: '3.1.1',
    info: {
      title: `Waypost ${owner} API`,
      version: '1.0.0',
      description: 'Generated from `packages/contracts`. Money is in minor units, times are RFC 3339, errors RFC 9457.',
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/api', description: 'Behind the front door of a stage' }],
    tags: [{ name: owner, description: `Answered by the ${owner} service` }],
    paths: pathsOf(routes),
    components: {
      schemas: namedSchemas(),
      ...(routes.some(({ access }) => access !== 'open') && {
        securitySchemes: {
          idToken: {
            type: 'http',
            scheme: 'bearer',
            bearerFormat: 'JWT',
            description: 'The ID token of Amazon Cognito',
          },
        },
      }),
    },
  };
  return withoutUnusedSchemas(
    createDocument(document, { override: ({ io, ...context }) => io === 'output' && leaveOpen(context) }),
  );
}

function pathsOf(routes: readonly RouteContract[]): ZodOpenApiPathsObject {
  const paths: ZodOpenApiPathsObject = {};
  for (const route of routes.toSorted(
    (a, b) => a.path.localeCompare(b.path, 'en') || a.method.localeCompare(b.method),
  )) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: operationOf(route) };
  }
  return paths;
}

function operationOf(route: RouteContract): ZodOpenApiOperationObject {
  return {
    operationId: route.operationId,
    summary: route.summary,
    tags: [route.owner],
    security: securityOf(route),
    ...(route.access === 'operator' && { description: 'For members of the group `operator`.' }),
    requestParams: requestParametersOf(route),
    ...(takesBody(route) && { requestBody: requestBodyOf(route) }),
    responses: { [`${route.status}`]: goodAnswerOf(route), ...problemsOf(route) },
  };
}

/** A guest's token may be left out: an empty requirement says so. */
function securityOf({ access }: RouteContract): Record<string, string[]>[] {
  if (access === 'open') return [];
  return access === 'guest' ? [{}, { idToken: [] }] : [{ idToken: [] }];
}

/** A signed body is the sender's own JSON. The route knows its signature and not its content. */
function requestBodyOf({ body, rawBody }: RouteContract): ZodOpenApiRequestBodyObject {
  if (!rawBody) return { required: true, content: { 'application/json': { schema: body, example: sampleOf(body) } } };
  const description = 'The sender’s event, taken byte for byte, since the signature in its headers is over that';
  return { required: true, description, content: { 'application/json': { schema: {} } } };
}

function requestParametersOf({ parameters, query, idempotent }: RouteContract) {
  const header = z.object({
    ...(idempotent && { 'Idempotency-Key': contracts.IdempotencyKey }),
    'x-correlation-id': CorrelationId.optional(),
  });
  return { header, ...(hasFields(parameters) && { path: parameters }), ...(hasFields(query) && { query }) };
}

const hasFields = (schema: z.ZodType): schema is z.ZodObject =>
  schema instanceof z.ZodObject && Object.keys(schema.shape).length > 0;

function goodAnswerOf(route: RouteContract) {
  const headers = Object.entries(route.responseHeaders).map(([name, description]) => [
    name,
    z.string().optional().meta({ description }),
  ]);
  const empty = route.response instanceof z.ZodUndefined;
  return {
    description: STATUS_CODES[route.status] ?? '',
    headers: z.object({ 'x-correlation-id': CorrelationId, ...Object.fromEntries(headers) }),
    ...(!empty && {
      content: { [route.responseContentType]: { schema: route.response, example: sampleOf(route.response) } },
    }),
  };
}

/** Leaves out the named schemas that nothing in the document refers to, and then those that only these referred to. */
function withoutUnusedSchemas(document: OpenApi): OpenApi {
  const { schemas = {}, ...components } = document.components ?? {};
  const text = JSON.stringify(document);
  const used = Object.entries(schemas).filter(([name]) => text.includes(`"#/components/schemas/${name}"`));
  const pruned = { ...document, components: { schemas: Object.fromEntries(used), ...components } };
  return used.length === Object.keys(schemas).length ? pruned : withoutUnusedSchemas(pruned);
}

/** Every schema that the contracts export by name. */
function namedSchemas(): Record<string, z.ZodType> {
  // Sorted by name, since not every module loader sorts the names of a namespace.
  const exported = Object.entries<unknown>(contracts).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(exported.filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType));
}
