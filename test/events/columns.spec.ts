import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { z } from 'zod';
import { migrate } from '#platform/database';
import { eventStoreMigrations } from '#platform/event-store-postgres';
import { followerMigrations } from '#platform/followers';
import type { EventType } from '#platform/kernel';
import { contexts as CONTEXTS } from '../../apps/composition/src/index.js';
import { freshDatabase, type FreshDatabase } from '../postgres.js';

const TYPES = CONTEXTS.flatMap(({ events }) => events).flatMap((group) => Object.values(group)) as EventType[];

/** One value of an event: its path, and the JSON schema of accepted values. */
interface Field {
  readonly type: string;
  readonly path: readonly string[];
  readonly schema: Schema;
}
interface Schema {
  readonly type?: string;
  readonly format?: string;
  readonly pattern?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly formatMinimum?: string;
  readonly formatMaximum?: string;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly additionalProperties?: Schema | boolean;
  readonly items?: Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
}

function* leaves(schema: Schema, path: readonly string[] = []): Generator<Omit<Field, 'type'>> {
  const within = [
    ...(schema.anyOf ?? []).map((each) => [each, path] as const),
    ...(schema.oneOf ?? []).map((each) => [each, path] as const),
    ...Object.entries(schema.properties ?? {}).map(([name, each]) => [each, [...path, name]] as const),
    ...(schema.items ? [[schema.items, path] as const] : []),
    ...(typeof schema.additionalProperties === 'object' ? [[schema.additionalProperties, path] as const] : []),
  ];
  if (within.length === 0) yield { path, schema };
  for (const [inner, at] of within) yield* leaves(inner, at);
}
const FIELDS: readonly Field[] = TYPES.flatMap(({ type, schema }) => {
  const json = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Schema;
  return [...leaves(json)].map((leaf) => ({ type, ...leaf }));
});
const nameOf = ({ type, path }: Field) => `${type} ${path.join('.')}`;
const ofType = (type: string) =>
  FIELDS.filter(({ schema }) => schema.type === type && schema.const === undefined && schema.enum === undefined);

interface Column {
  readonly table: string;
  readonly name: string;
  readonly type: string;
  readonly length: number | null;
}
let database: FreshDatabase;
let columns: readonly Column[];
const INTEGERS: ReadonlyMap<string, readonly [number, number]> = new Map([
  ['smallint', [-32_768, 32_767]],
  ['integer', [-2_147_483_648, 2_147_483_647]],
  ['bigint', [Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER]],
]);
/** Default column type of a whole number. */
const USUAL = INTEGERS.get('integer')!;
/** The longest text that a read model's row stores as one value. */
const LONGEST = 5_000;

beforeAll(async () => {
  database = await freshDatabase();
  await migrate(database.ownerUrl, [
    ...eventStoreMigrations,
    ...followerMigrations,
    ...CONTEXTS.flatMap(({ migrations }) => migrations),
  ]);
  const client = new Client(database.ownerUrl);
  await client.connect();
  const { rows } = await client.query<Column>(
    `select table_name as table, column_name as name, data_type as type, character_maximum_length as length
     from information_schema.columns where table_schema = 'public' and table_name <> 'event'`,
  );
  await client.end();
  columns = rows;
}, 60_000);
afterAll(() => database.drop());

const snake = (name: string) => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
/** Columns named after the field, alone or with its parent field. */
const columnsOf = ({ path }: Field): readonly Column[] => {
  const names = path.map((_, i) => snake(path.slice(i).join('_')));
  return columns.filter(({ name }) => names.includes(name));
};

describe('every field of an event fits its columns', () => {
  test('events are found, and columns with the names of their fields', () => {
    expect(TYPES.length).toBeGreaterThan(40);
    expect(FIELDS.filter((field) => columnsOf(field).length > 0).length).toBeGreaterThan(50);
    expect(columns.some(({ name, type }) => name === 'children' && type === 'integer')).toBe(true);
  });

  test('whole numbers', () => {
    const wide = ofType('integer').flatMap((field) => {
      const { minimum = -Infinity, maximum = Infinity } = field.schema;
      const ranges = [USUAL, ...columnsOf(field).flatMap(({ type }) => [INTEGERS.get(type) ?? USUAL])];
      const fits = ranges.every(([least, most]) => minimum >= least && maximum <= most);
      return fits ? [] : [`${nameOf(field)}: ${minimum} to ${maximum}`];
    });
    expect(wide).toEqual([]);
  });

  test('other numbers', () => {
    const open = ofType('number').filter(({ schema }) => schema.minimum === undefined || schema.maximum === undefined);
    expect(open.map(nameOf)).toEqual([]);
  });

  test('days', () => {
    const open = FIELDS.filter(({ schema }) => schema.format === 'date').filter(
      ({ schema }) => schema.formatMinimum !== '1900-01-01' || schema.formatMaximum !== '2100-12-31',
    );
    expect(open.map(nameOf)).toEqual([]);
  });

  test('instants', () => {
    // Instants have no bounds of their own, so no column may store them.
    const kept = FIELDS.filter((field) => field.schema.format === 'date-time' && columnsOf(field).length > 0);
    expect(kept.map(nameOf)).toEqual([]);
  });

  test('texts', () => {
    const wide = ofType('string').flatMap((field) => {
      const { format, pattern, enum: values, maxLength } = field.schema;
      const isFixed = values !== undefined || field.schema.const !== undefined;
      // Patterns and these formats bound the length.
      if (
        isFixed ||
        ['uuid', 'date', 'date-time'].includes(format ?? '') ||
        (pattern !== undefined && format === undefined)
      )
        return [];
      const longest = Math.min(LONGEST, ...columnsOf(field).map(({ length }) => length ?? LONGEST));
      return maxLength !== undefined && maxLength <= longest ? [] : [`${nameOf(field)}: ${maxLength ?? 'any length'}`];
    });
    expect(wide).toEqual([]);
  });

  test('a schema refuses values beyond its stated bounds', () => {
    for (const { type, schema } of TYPES) {
      const json = z.toJSONSchema(schema, { io: 'output', unrepresentable: 'any' }) as Schema;
      for (const [name, { maximum }] of Object.entries(json.properties ?? {}).map(
        ([key, { anyOf = [], ...own }]) => [key, [own, ...anyOf].find((it) => it.type === 'integer') ?? {}] as const,
      )) {
        if (maximum === undefined || maximum === Number.MAX_SAFE_INTEGER) continue;
        const answer = schema.safeParse({ [name]: maximum + 1 });
        const refused = answer.error?.issues.some(({ path, code }) => path[0] === name && code !== 'invalid_type');
        expect([type, name, refused]).toEqual([type, name, true]);
      }
    }
  });
});
