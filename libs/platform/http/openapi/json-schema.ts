import { z, type ZodType } from 'zod';

/** A JSON Schema (2020-12), the dialect of OpenAPI 3.1. */
export type JsonSchema = Readonly<Record<string, unknown>>;

/** Schema of a request: unknown fields are refused, and the document says so. */
export const inputSchema = (schema: ZodType): JsonSchema => converted(schema, 'input', { closed: true });
/** Schema of an answer. */
export const outputSchema = (schema: ZodType): JsonSchema => converted(schema, 'output', { closed: false });

function converted(schema: ZodType, io: 'input' | 'output', { closed }: { readonly closed: boolean }): JsonSchema {
  const { $schema: _, ...json } = z.toJSONSchema(schema, {
    target: 'draft-2020-12',
    io,
    unrepresentable: 'any',
    override: ({ zodSchema, jsonSchema }) => {
      if (closed && zodSchema._zod.def.type === 'object') jsonSchema.additionalProperties ??= false;
    },
  });
  if ('$defs' in json) throw new Error('A schema that refers to itself cannot stand in the OpenAPI document yet');
  return json;
}
