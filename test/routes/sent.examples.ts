import fc from 'fast-check';
import { z } from 'zod';
import type { ZodType } from 'zod';
import type { Route, RouteInput } from '#platform/http';
import { ACTION, BFE, MEETING, personOf, SERVICE, UNIT } from './rights.municipality.js';
import { ASKERS } from './rights.table.js';

// Generates input for a route from the schemas that validate it.

export interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly required?: readonly string[];
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly propertyNames?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
}
export const schemaOf = (schema: ZodType): Schema =>
  z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }) as Schema;

export const nameOf = ({ method, path }: Pick<Route, 'method' | 'path'>) => `${method.toUpperCase()} ${path}`;

const IDS = [
  ...ASKERS.map((name) => personOf(name) as string),
  ...Object.values(MEETING),
  ...Object.values(ACTION),
  ...Object.values(SERVICE),
  BFE,
];
/** Days at and around the limits, and days with events in the fixture. */
const DAYS = ['1900-01-01', '2100-12-31', '2026-11-10', '2026-11-22', '2026-12-01', '2027-02-28', '2028-02-29'];
const TIMES = ['00:00', '08:30', '12:00', '23:59'];
const odd = fc.constantFrom(
  'Møte på Ås',
  'e\u0301',
  '\u0000',
  '\ud83d',
  '<b>',
  '\u202e',
  '12.12.2026',
  '__proto__',
  '🙂'.repeat(30),
);

/** A value that the schema accepts, or nearly accepts: refusals are valid answers too, faults are not. */
export function valueOf(schema: Schema): fc.Arbitrary<unknown> {
  const one = schema.anyOf ?? schema.oneOf;
  if (one) return fc.oneof(...one.map(valueOf));
  if (schema.allOf) return valueOf(Object.assign({}, ...schema.allOf) as Schema);
  if (schema.const !== undefined) return fc.constant(schema.const);
  if (schema.enum) return fc.constantFrom(...schema.enum);
  switch (schema.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return numberOf(schema);
    case 'array':
      return fc.array(valueOf(schema.items ?? {}), {
        minLength: Math.min(schema.minItems ?? 0, 3),
        maxLength: Math.min(schema.maxItems ?? 4, 4),
      });
    case 'object':
      return objectOf(schema);
    case 'string':
      return textOf(schema);
    default:
      return fc.constantFrom(null, 0, '', [], {});
  }
}

function numberOf({ minimum = -1, maximum = 2_147_483_647, type }: Schema): fc.Arbitrary<number> {
  const [least, most] = [Math.max(minimum, -4_000_000_000), Math.min(maximum, 4_000_000_000)];
  const ends = [least, most, Math.min(least + 1, most), 2_147_483_648, most + 1];
  return type === 'integer' ? fc.constantFrom(...ends) : fc.constantFrom(...ends, Math.min(most, least + 0.5));
}

function objectOf({ properties = {}, required = [], additionalProperties }: Schema): fc.Arbitrary<unknown> {
  const fields = fc.record(
    Object.fromEntries(Object.entries(properties).map(([name, inner]) => [name, valueOf(inner)])),
    {
      requiredKeys: [...required],
    },
  );
  if (typeof additionalProperties !== 'object' || Object.keys(properties).length > 0) return fields;
  return fc.dictionary(fc.constantFrom('2026-11', '2026-12', ...IDS), valueOf(additionalProperties), { maxKeys: 2 });
}

function textOf({ format, pattern, minLength = 0, maxLength }: Schema): fc.Arbitrary<string> {
  if (format === 'uuid') return fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...IDS) }, fc.uuid());
  if (format === 'date') return fc.constantFrom(...DAYS);
  if (format === 'email') return fc.constantFrom('kari@example.no', `${'a'.repeat(60)}@example.no`);
  if (pattern !== undefined) {
    const known = [
      ...Object.values(UNIT),
      ...TIMES,
      '2026-11',
      '2026-12',
      '1900-01',
      '2100-12',
      '9902',
      '2026',
      '1',
      '+4767907000',
    ];
    const fitting = known.filter((text) => new RegExp(pattern, 'u').test(text));
    if (fitting.length > 0) return fc.constantFrom(...fitting);
  }
  const longest = Math.min(maxLength ?? 300, 5_000);
  return fc.oneof(
    { weight: 6, arbitrary: fc.string({ minLength, maxLength: Math.min(longest, 40) }) },
    { weight: 1, arbitrary: fc.constant('å'.repeat(longest)) },
    { weight: 1, arbitrary: odd },
  );
}

/** A day, month or year in an input of a route. */
export interface TimeField {
  readonly input: RouteInput;
  /** Path within the input; a number stands for an item of a list. */
  readonly at: readonly (string | 0)[];
  readonly kind: 'day' | 'month' | 'year';
}

/**
 * Discovered by values that the field's own schema accepts: a correct day, month or year, and no other text of the
 * kind.
 */
export function* timesIn(input: RouteInput): Generator<TimeField> {
  for (const { at, schema } of fieldsOf(schemaOf(input.schema))) {
    if (schema.format === 'date') yield { input, at, kind: 'day' };
    else if (schema.pattern !== undefined && isMonthPattern(schema.pattern)) yield { input, at, kind: 'month' };
    else if (/[yY]ear$/.test(String(at.at(-1) ?? input.name ?? ''))) yield { input, at, kind: 'year' };
  }
}
const isMonthPattern = (pattern: string) => {
  const month = new RegExp(pattern, 'u');
  return month.test('2026-11') && !month.test('2026-13') && !month.test('x');
};

function* fieldsOf(
  schema: Schema,
  at: readonly (string | 0)[] = [],
): Generator<{ at: readonly (string | 0)[]; schema: Schema }> {
  for (const inner of [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])])
    yield* fieldsOf(inner, at);
  for (const [name, inner] of Object.entries(schema.properties ?? {})) yield* fieldsOf(inner, [...at, name]);
  if (schema.items) yield* fieldsOf(schema.items, [...at, 0]);
  if (schema.type !== undefined && schema.type !== 'object' && schema.type !== 'array') yield { at, schema };
}

/** A body with only this value, without other required fields. */
export const bodyWith = ([key, ...rest]: readonly (string | 0)[], value: unknown): unknown =>
  key === undefined ? value : key === 0 ? [bodyWith(rest, value)] : { [key]: bodyWith(rest, value) };
