import type * as z from 'zod';
import { jsonSchemaOf, type JsonSchema } from './json-schema.ts';

/** A schema in the place of one; tuples, which the contracts don't use, have no sample. */
const schemaAt = (node: JsonSchema['items']): JsonSchema =>
  typeof node === 'object' && !Array.isArray(node) ? node : {};

function sampleOfObject({ properties = {}, required = [] }: JsonSchema): Record<string, unknown> {
  return Object.fromEntries(required.map((name) => [name, sampleAt(schemaAt(properties[name]), name)]));
}

function sampleOfArray({ items, minItems = 1 }: JsonSchema, name: string): unknown[] {
  return Array.from({ length: Math.max(minItems, 1) }, () => sampleAt(schemaAt(items), name));
}

/** 1, or the nearest whole number that is allowed. */
function sampleOfNumber({ minimum = 1, maximum = 1, exclusiveMinimum }: JsonSchema): number {
  const lowest = typeof exclusiveMinimum === 'number' ? exclusiveMinimum + 1 : minimum;
  return Math.min(Math.max(lowest, 1), Math.max(maximum, lowest));
}

function sampleOfString({ pattern, format }: JsonSchema, name: string): string {
  if (pattern ?? format)
    throw new TypeError(`${name} has a form of its own: give its schema .meta({ examples: [...] })`);
  return name;
}

function sampleAt(schema: JsonSchema, name: string): unknown {
  const [choice] = schema.anyOf ?? schema.oneOf ?? [];
  const [given] = schema.examples ?? schema.enum ?? [];
  if (given !== undefined) return given;
  if (schema.const !== undefined) return schema.const;
  if (schema.default !== undefined) return schema.default;
  if (choice) return sampleAt(choice, name);
  switch (schema.type) {
    case 'object':
      return sampleOfObject(schema);
    case 'array':
      return sampleOfArray(schema, name);
    case 'integer':
    case 'number':
      return sampleOfNumber(schema);
    case 'boolean':
      return true;
    case 'string':
      return sampleOfString(schema, name);
    case 'null':
      return null;
    case undefined:
    default:
      throw new TypeError(`no sample of ${name}: ${JSON.stringify(schema)}`);
  }
}

/**
 * A valid value for a schema, the same one every time: the examples that the schemas give, first choices of unions and
 * enums, one item a list, 1 for numbers, and no optional field. It is what a caller would send, so not parsed yet.
 *
 * @throws TypeError when a text with a pattern or format gives no example.
 */
export function sampleOf(schema: z.ZodType): unknown {
  return sampleAt(jsonSchemaOf(schema, 'input'), 'value');
}
