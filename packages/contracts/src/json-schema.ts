import * as z from 'zod';

export type JsonSchema = z.core.JSONSchema.JSONSchema;

/** `draft-2020-12` for readers and tools; `draft-04` for models of API Gateway and EventBridge's schema registry, which know no later one. */
export type Dialect = 'draft-2020-12' | 'draft-04';

/**
 * Direction of a schema's messages: requests (fields with defaults may be absent), or events, results and responses
 * (they are present).
 */
export type Direction = 'input' | 'output';

interface OverrideContext {
  readonly zodSchema: z.core.$ZodTypes;
  readonly jsonSchema: JsonSchema;
}

const IO = { input: 'input', output: 'output' } as const;

/** zod closes every object that it tells; here only strict ones are closed, since readers ignore unknown fields. */
export const leaveOpen = ({ zodSchema, jsonSchema }: OverrideContext): void => {
  if (zodSchema._zod.def.type === 'object' && !zodSchema._zod.def.catchall) delete jsonSchema.additionalProperties;
};

/** Draft 4 has no `examples`, and API Gateway refuses models with keywords that it doesn't know. */
const leaveOutExamples = (context: OverrideContext): void => {
  leaveOpen(context);
  delete context.jsonSchema.examples;
};

/**
 * The JSON Schema of a contract's schema. Refinements that JSON Schema can't express (no SKU twice) are left out.
 *
 * @example
 * jsonSchemaOf(PlaceOrder.body, 'input', 'draft-04'); // the model of a request for API Gateway
 */
export function jsonSchemaOf(schema: z.ZodType, direction: Direction, dialect: Dialect = 'draft-2020-12'): JsonSchema {
  return z.toJSONSchema(schema, {
    target: dialect,
    io: IO[direction],
    override: dialect === 'draft-04' ? leaveOutExamples : leaveOpen,
  });
}
