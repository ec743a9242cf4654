import type { z } from 'zod';

/** The fields of a schema issue that tell a narrowing from a wrong shape. */
interface Issue {
  readonly code?: string | undefined;
  readonly params?: Readonly<Record<string, unknown>> | undefined;
  readonly errors?: readonly (readonly Issue[])[];
  readonly issues?: readonly Issue[];
}

/**
 * A schema that accepts less than the log may contain. It restricts requests and appends; events written before, and
 * answers built from them, can still be read (`isNarrowing`). `rule` names the sentence for the user.
 */
export const narrowed = <Schema extends z.ZodType>(
  schema: Schema,
  rule: string,
  holds: (value: z.output<Schema>) => boolean,
  params: Readonly<Record<string, unknown>> = {},
): Schema => schema.refine(holds, { error: rule, params: { ...params, rule, narrowed: true } });

/** True if the value has a shape that the log may contain, and is only outside the range accepted today. */
export function isNarrowing({ code, params, errors, issues }: Issue): boolean {
  if (code === 'custom') return params?.['narrowed'] === true;
  if (code === 'invalid_union') return (errors ?? []).some((branch) => branch.length > 0 && branch.every(isNarrowing));
  if (code === 'invalid_key' || code === 'invalid_element')
    return (issues ?? []).length > 0 && issues!.every(isNarrowing);
  return false;
}

/** At most this many items; the log, or a saved draft, may contain more. */
export const atMostItems = <Schema extends z.ZodType<readonly unknown[]>>(schema: Schema, maximum: number): Schema =>
  narrowed(schema, 'at-most', (items) => items.length <= maximum, { origin: 'array', maximum }).meta({
    maxItems: maximum,
  });

/** At most this number; the log may contain a greater one. */
export const atMost = <Schema extends z.ZodType<number>>(schema: Schema, maximum: number): Schema =>
  narrowed(schema, 'at-most', (value) => value <= maximum, { origin: 'number', maximum }).meta({ maximum });

/** Text of at most this many characters; the log may contain a longer one. */
export const noLongerThan = <Schema extends z.ZodType<string>>(schema: Schema, maximum: number): Schema =>
  narrowed(schema, 'at-most', (text) => text.length <= maximum, { origin: 'string', maximum }).meta({
    maxLength: maximum,
  });
