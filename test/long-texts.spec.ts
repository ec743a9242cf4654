import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as actions from '#actions/contract';
import * as alerts from '#alerts/contract';
import * as meetings from '#meetings/contract';
import * as news from '#news/contract';
import type { EventType } from '#platform/kernel';
import * as registry from '#registry/contract';
import { LONG_TEXTS, TEXT_RULES } from '../apps/cli/src/bench/text-rules.js';
import { readTable } from '../libs/registry/features/imports/files/read-table.js';
import { PERSON_COLUMNS } from '../libs/registry/features/import-people/parse-people.js';

// Every rule on text gets a megabyte of input that such rules are slow on (ADR 0221). There is no time limit, which
// would depend on the machine's load: linear code takes milliseconds, other code hours.

const MEGABYTE = 1024 * 1024;

describe.each(LONG_TEXTS)('a megabyte of %s', (_, text) => {
  test.each([...TEXT_RULES])('%s', (_name, rule) => {
    expect(() => rule(text)).not.toThrow();
  });

  test('as a file, and as a cell of one', async () => {
    for (const whole of [text, `navn;rolle\n${text};${text}\n`, JSON.stringify([{ navn: text, rolle: text }])]) {
      const table = await readTable({ name: 'file', bytes: Buffer.from(whole) }, PERSON_COLUMNS);
      expect(table.file).toBe('file');
    }
  }, 60_000);
});

const isEventType = (value: unknown): value is EventType =>
  typeof value === 'function' && 'schemaVersion' in value && 'upcasters' in value;
const TYPES = [actions, alerts, meetings, news, registry].flatMap((it) => Object.values(it).filter(isEventType));
const FIXTURES = new URL('fixtures/events/', import.meta.url);
const names = new Set(readdirSync(FIXTURES));
const dataOf = ({ type, schemaVersion }: EventType): unknown => {
  const name = `${type}.v${schemaVersion}.json`;
  return names.has(name) ? (JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')) as { data: unknown }).data : {};
};

/** The data with every text in it replaced. */
const withText = (data: unknown, text: string): unknown => {
  if (typeof data === 'string') return text;
  if (Array.isArray(data)) return data.map((it) => withText(it, text));
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(Object.entries(data).map(([key, value]) => [key, withText(value, text)]));
};

test.each(TYPES.map((type) => [type.type, type] as const))('the schema of %s', (_, type) => {
  const data = dataOf(type);
  for (const sign of ['1', ' ']) {
    const parsed = type.schema.safeParse(withText(data, sign.repeat(MEGABYTE)));
    expect(typeof parsed.success).toBe('boolean');
  }
});
