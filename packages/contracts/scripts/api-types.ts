import openApiTypes, { astToString } from 'openapi-typescript';
import { openApiOf } from './open-api.ts';

/** The services that the storefront asks. */
export const askedByStorefront: readonly string[] = [
  'booking',
  'catalog',
  'inventory',
  'ledger',
  'order',
  'payment',
  'shipping',
];

/** Types of a service's requests and responses, for a client of its API. */
export async function apiTypesOf(owner: string): Promise<string> {
  const types = await openApiTypes(JSON.stringify(openApiOf(owner)));
  return `// Generated from services/${owner}/openapi.json by \`npm run schemas\`.\n\n${astToString(types)}`;
}
