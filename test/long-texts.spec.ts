import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import * as actions from '#actions/contract';
import * as alerts from '#alerts/contract';
import * as meetings from '#meetings/contract';
import * as news from '#news/contract';
import { holdsNationalNumber, nameKey, withoutTrailing, type EventType } from '#platform/kernel';
import * as registry from '#registry/contract';
import { defaultObligation } from '../libs/registry/domain/unit/default-obligation.js';
import { readAnswers } from '../libs/registry/features/import-people/import-people.dto.js';
import { readDay } from '../libs/registry/features/import-people/read-day.js';
import { roleOf } from '../libs/registry/features/import-people/role-words.js';
import { decodeText } from '../libs/registry/features/imports/files/decode-text.js';
import { lineOfFault, linesOfItems } from '../libs/registry/features/imports/files/json-lines.js';
import { readTable } from '../libs/registry/features/imports/files/read-table.js';
import { isReadable } from '../libs/registry/features/imports/files/readable-text.js';
import { columnKey } from '../libs/registry/features/imports/files/table.js';
import { PERSON_COLUMNS } from '../libs/registry/features/import-people/parse-people.js';
import { readPhone } from '../libs/registry/features/phone-text.js';
import { filledText, plainText } from '../libs/registry/features/plain-text.js';

// Every rule on text is given a megabyte of what such rules are slow on (ADR 0221). There is no limit of time here, which
// would ask how busy the machine is: what looks at a sign once takes milliseconds, what does not takes hours.

const MEGABYTE = 1024 * 1024;
const ATTACKS: readonly (readonly [name: string, text: string])[] = [
  '1',
  ' ',
  '1 ',
  'a',
  'a@',
  '.',
  '-',
  '"',
  '[{',
  'A\u030a',
].map((sign) => [JSON.stringify(sign), sign.repeat(MEGABYTE / sign.length) + '!']);
const RULES: Readonly<Record<string, (text: string) => unknown>> = {
  holdsNationalNumber,
  nameKey,
  withoutTrailing: (text) => withoutTrailing(text, ' .'),
  isReadable,
  columnKey,
  readPhone,
  readDay,
  roleOf,
  readAnswers,
  linesOfItems: (text) => linesOfItems(text),
  lineOfFault,
  decodeText: (text) => decodeText(Buffer.from(text)),
  plainText: (text) => plainText(200).safeParse(text),
  filledText: (text) => filledText(200).safeParse(text),
  defaultObligation: (name) => defaultObligation({ name, kind: 'kindergarten' }),
};

describe.each(ATTACKS)('a megabyte of %s', (_, text) => {
  test.each(Object.entries(RULES))('%s', (_name, rule) => {
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
