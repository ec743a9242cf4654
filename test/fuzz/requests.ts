import fc from 'fast-check';
import { ACTION, ALERT, MEETING } from '../routes/rights.municipality.js';
import { ASKERS, BFE, personOf, SERVICE, UNIT, type AskerName } from '../routes/rights.people.js';
import { valueOf, type Schema } from '../routes/sent.examples.js';
import { PLANTED_IDS } from './planted-tenants.js';

// Makes requests from the OpenAPI document: mostly such as a program sends, and some of every kind that none would.

/** One operation of the document. */
export interface Operation {
  readonly method: string;
  /** `/api/meetings/{meetingId}` */
  readonly template: string;
  readonly parameters?: readonly {
    readonly name: string;
    readonly in: string;
    readonly required?: boolean;
    readonly schema: Schema;
  }[];
  readonly requestBody?: { readonly content: Readonly<Record<string, { readonly schema?: Schema }>> };
}

export interface FuzzRequest {
  readonly method: string;
  readonly template: string;
  /** With query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | undefined;
  /** Undefined: not signed in. */
  readonly as: AskerName | undefined;
}

const ODD = [
  '',
  ' ',
  '\0',
  'a\0b',
  '..',
  '../../etc/passwd',
  '-1',
  '0',
  '1e400',
  '9007199254740993',
  '99999999999999999999',
  'NaN',
  'null',
  'undefined',
  'true',
  '__proto__',
  'constructor',
  "' or 1=1 --",
  '"; drop table session; --',
  '{{7*7}}',
  '${7*7}',
  '<script>alert(1)</script>',
  '\u202e\u0000\ufeff',
  '\ud83d',
  '🙂'.repeat(200),
  'A\u030a'.repeat(500),
  'x'.repeat(4_000),
  '2026-02-30',
  '0000-00-00',
  '9999-12-31',
  '12.12.2026',
  '24:00',
  '01819012345',
];
const odd = fc.oneof(
  fc.constantFrom(...ODD),
  fc.string({ maxLength: 30 }),
  fc.string({ unit: 'binary', maxLength: 10 }),
);

const own = [
  ...Object.values(MEETING),
  ...Object.values(ACTION),
  ...Object.values(ALERT),
  ...Object.values(SERVICE),
  BFE,
];
const KNOWN: Readonly<Record<string, readonly string[]>> = {
  unitId: Object.values(UNIT),
  meetingId: Object.values(MEETING),
  actionId: Object.values(ACTION),
  alertId: Object.values(ALERT),
  serviceId: Object.values(SERVICE),
  serviceUnitId: [BFE],
  personId: ASKERS.map(personOf),
  schoolYear: ['2026', '2025', '2100'],
  month: ['2026-11', '2026-08'],
  text: ['skolen', 'teacher', 'tiltaket'],
  indicators: ['2', '1,2,13', '30'],
  figures: ['2', '2,13'],
  period: ['2026-09', '2026-2027', '2026H2', '2026-11'],
  municipality: ['9904', '9905', '0301'],
  week: ['2026-W47', '2026-W53'],
  after: ['0', '1', '20'],
  page: ['1', '2'],
  size: ['1', '50'],
  language: ['nb', 'nn'],
  asOf: ['2026-11-20', '2026-11-22'],
  indicator: ['1', '2', '13', '30'],
  version: ['1', '2'],
};

/** A lone surrogate cannot stand in an address. */
const inAddress = (text: string): string => encodeURIComponent(text.toWellFormed());
/** Escapes that a browser does not send. */
const ESCAPES = ['%00', 'a%00b', '%', '%ff', '%ED%A0%80', '..%2f', '%2e%2e', '%252e', '+', ';', '%0d%0aSet-Cookie:a=b'];
const oddInAddress = fc.oneof(
  { weight: 4, arbitrary: odd.map(inAddress) },
  { weight: 1, arbitrary: fc.constantFrom(...ESCAPES) },
);

/** A value of a parameter, as it stands in an address; a `fitting` one is such as a program sends. */
function parameterValue(name: string, schema: Schema, fitting: boolean): fc.Arbitrary<string> {
  const known = Object.hasOwn(KNOWN, name) ? fc.constantFrom(...KNOWN[name]!).map(inAddress) : undefined;
  const likely = known ?? valueOf(schema).map(asText).map(inAddress);
  if (fitting) return likely;
  return fc.oneof(
    { weight: 6, arbitrary: likely },
    { weight: 3, arbitrary: valueOf(schema).map(asText).map(inAddress) },
    { weight: 3, arbitrary: fc.constantFrom(...PLANTED_IDS) },
    { weight: 1, arbitrary: fc.constantFrom(...own) },
    { weight: 1, arbitrary: fc.uuid() },
    { weight: 3, arbitrary: oddInAddress },
  );
}
const asText = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));

function pathOf({ template, parameters = [] }: Operation, fitting: boolean): fc.Arbitrary<string> {
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name!);
  const schemas = new Map(parameters.filter((it) => it.in === 'path').map(({ name, schema }) => [name, schema]));
  return fc
    .tuple(...names.map((name) => parameterValue(name, schemas.get(name) ?? { type: 'string' }, fitting)))
    .map((values) => names.reduce((path, name, nth) => path.replace(`{${name}}`, () => values[nth]!), template));
}

/** A part of a query, or none; absent once in `freq` times. */
const part = (name: string, value: fc.Arbitrary<string>, freq: number) =>
  fc.option(
    value.map((text) => `${inAddress(name)}=${text}`),
    { freq, nil: undefined },
  );

function queryOf({ parameters = [] }: Operation, fitting: boolean): fc.Arbitrary<string> {
  const declared = parameters
    .filter((it) => it.in === 'query')
    .map(({ name, schema, required }) => {
      const value = parameterValue(name, schema, fitting);
      if (fitting && required) return value.map((text) => `${inAddress(name)}=${text}`);
      return part(name, value, fitting ? 2 : 3);
    });
  const strange = fc
    .constantFrom('after', 'a', 'text[]', 'text[a]', '__proto__', 'asOf', 'limit')
    .chain((name) => part(name, oddInAddress, 2));
  return fc.tuple(fc.tuple(...declared), strange, fc.nat(5)).map(([known, other, chance]) => {
    const written = [...known, chance === 0 && !fitting ? other : undefined].filter((text) => text !== undefined);
    return written.length === 0 ? '' : `?${written.join('&')}`;
  });
}

const HEADERS: Readonly<Record<string, readonly string[]>> = {
  'if-match': ['"0"', '"1"', '"5"', '"99999"', '*', 'W/"1"', '"-1"', '"99999999999999999999"'],
  'idempotency-key': ['key', 'k'.repeat(200), 'k'.repeat(201), ' ', '\u00ff'],
  'accept-language': ['nb', 'nn', 'en', '__proto__', 'constructor;q=1', '*', ','.repeat(500)],
  'samspill-person': [...ASKERS.map(personOf), 'nobody'],
  'last-event-id': ['1', '0', '-1', '999999999999999999', 'x'],
  'sec-fetch-site': ['same-origin', 'cross-site', 'none', 'x'],
  origin: ['http://localhost', 'https://other.example', 'null'],
  accept: ['text/html', 'application/json', '*/*', 'x'],
  'accept-encoding': ['gzip', 'br', 'identity;q=0', 'x'],
  range: ['bytes=0-1', 'bytes=5-1', 'x'],
  'if-none-match': ['*', '"1"', 'W/"x"'],
  'content-encoding': ['gzip', 'br', 'klingon', 'deflate'],
  'x-forwarded-for': ['192.0.2.1', '::1', 'x', '1'.repeat(900)],
  'x-http-method-override': ['DELETE'],
  cookie: ['samspill-session=x', 'samspill-session=9904.x', '=;=;', 'samspill-session=', 'a=%ff'],
};
const headers = fc
  .array(
    fc
      .constantFrom(...Object.keys(HEADERS))
      .chain((name) => fc.constantFrom(...HEADERS[name]!).map((value) => [name, value] as const)),
    { maxLength: 2 },
  )
  .map((pairs) => Object.fromEntries(pairs));

interface Body {
  readonly type: string;
  readonly body: string | Uint8Array;
}
const json = (value: unknown): Body => ({ type: 'application/json', body: JSON.stringify(value) ?? 'undefined' });
const TYPES = [
  'application/json; charset=utf-16',
  'application/json; charset=klingon',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain',
  'application/octet-stream',
  'application/xml',
  '',
];
const MALFORMED = [
  '',
  '{',
  '[1,',
  'null',
  '"text"',
  '0',
  '{"a":1}{"b":2}',
  '\ufeff{}',
  "{'a':1}",
  '{"a":"\ud800"}',
  '{"\\u0000":1}',
  '{"__proto__":{"a":1}}',
];
const HUGE = [
  '['.repeat(20_000),
  JSON.stringify({ text: 'x'.repeat(600_000) }),
  JSON.stringify(Array.from({ length: 20_000 }, () => 1)),
];

/** The value with one part replaced by something else. */
function spoilt(value: unknown, at: number, by: unknown): unknown {
  if (Array.isArray(value))
    return value.length === 0 ? by : value.with(at % value.length, spoilt(value[at % value.length], at + 1, by));
  if (typeof value !== 'object' || value === null) return by;
  const keys = Object.keys(value);
  if (keys.length === 0) return by;
  const key = keys[at % keys.length]!;
  return { ...value, [key]: at % 3 === 0 ? by : spoilt((value as Record<string, unknown>)[key], at + 1, by) };
}

function bodyOf({ method, requestBody }: Operation, isFitting: boolean): fc.Arbitrary<Body | undefined> {
  if (method === 'get') return fc.constant(undefined);
  const content = requestBody?.content ?? {};
  const schema = content['application/json']?.schema;
  const type = Object.keys(content)[0] ?? 'application/json';
  const fitting = schema ? valueOf(schema) : fc.constant({});
  if (isFitting) return fitting.map(json);
  const wrong = fc.oneof(odd, fc.constantFrom<unknown>(null, -1, 1e308, true, [], {}, [[]], { a: { b: [] } }));
  const bytes = fc.uint8Array({ maxLength: 200 });
  return fc.oneof(
    { weight: 60, arbitrary: fitting.map(json) },
    {
      weight: 25,
      arbitrary: fc.tuple(fitting, fc.nat(1000), wrong).map(([value, at, by]) => json(spoilt(value, at, by))),
    },
    { weight: 10, arbitrary: fc.constantFrom(...MALFORMED).map((body) => ({ type: 'application/json', body })) },
    {
      weight: 10,
      arbitrary: fc.tuple(fc.constantFrom(...TYPES, type), bytes).map(([other, body]) => ({ type: other, body })),
    },
    {
      weight: 10,
      arbitrary: fitting.map((value) => ({
        type: 'application/x-www-form-urlencoded',
        body: `a=${inAddress(asText(value))}`,
      })),
    },
    { weight: 1, arbitrary: fc.constantFrom(...HUGE).map((body) => ({ type: 'application/json', body })) },
  );
}

const asker = fc.oneof(
  { weight: 6, arbitrary: fc.constant('coordinator' as const) },
  { weight: 10, arbitrary: fc.constantFrom(...ASKERS) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

/** `fitting`: of the shape that the document describes, with ids that exist. */
function requestOf(operation: Operation, fitting: boolean): fc.Arbitrary<FuzzRequest> {
  const { method, template } = operation;
  const parts = {
    path: pathOf(operation, fitting),
    query: queryOf(operation, fitting),
    further: fitting ? fc.constant<Record<string, string>>({}) : headers,
    body: bodyOf(operation, fitting),
    as: asker,
  };
  return fc.record(parts).map(({ path, query, further, body, as }) => ({
    method: method.toUpperCase(),
    template,
    path: `${path}${query}`,
    headers: { ...(body && body.type !== '' && { 'content-type': body.type }), ...further },
    body: body?.body,
    as,
  }));
}

/** Any request to any operation, half of them fitting. */
export const anyRequest = (operations: readonly Operation[]): fc.Arbitrary<FuzzRequest> =>
  fc.oneof(...operations.flatMap((operation) => [requestOf(operation, true), requestOf(operation, false)]));
