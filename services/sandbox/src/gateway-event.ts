import { randomBytes } from 'node:crypto';
import type { APIGatewayProxyEvent } from 'aws-lambda';

/** Parts of an API Gateway event, for functions that don't follow the shop's own conventions. */
export type GatewayEvent = Pick<
  APIGatewayProxyEvent,
  'httpMethod' | 'path' | 'headers' | 'pathParameters' | 'body' | 'isBase64Encoded'
> &
  Partial<Pick<APIGatewayProxyEvent, 'multiValueQueryStringParameters'>>;

/** The body as text; empty if there is none. */
export function bodyOf({ body, isBase64Encoded }: GatewayEvent): string {
  return isBase64Encoded ? Buffer.from(body ?? '', 'base64').toString('utf8') : (body ?? '');
}

/** The query of the address, form-encoded as a body is. */
export function queryOf({ multiValueQueryStringParameters: query }: GatewayEvent): string {
  const parameters = new URLSearchParams();
  for (const [name, values] of Object.entries(query ?? {}))
    for (const value of values ?? []) parameters.append(name, value);
  return parameters.toString();
}

/** @param name in lower case. */
export function headerOf({ headers }: GatewayEvent, name: string): string | undefined {
  return Object.entries(headers ?? {}).find(([key]) => key.toLowerCase() === name)?.[1];
}

/** The `{id}` of the path; empty where there is none. */
export function idOf({ pathParameters }: GatewayEvent): string {
  return pathParameters?.['id'] ?? '';
}

/** An id as the provider makes them: `pi_…`. */
export function newId(prefix: string): string {
  return prefix + randomBytes(12).toString('hex');
}
