/** Formats a value as text that PostgreSQL reads; never called with null. */
export type ColumnWriter = (value: unknown) => string;

/** The two forms in which values of an SQL type are sent. */
export interface ColumnWriters {
  /** As an element of an array literal. */
  readonly element: ColumnWriter;
  /** As a column of a line of `COPY`. */
  readonly copied: ColumnWriter;
}

const NEEDS_QUOTING = /["\\]/;
const quote = (text: string): string =>
  NEEDS_QUOTING.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\\', '\\\\'],
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);
const NEEDS_ESCAPE = /[\\\n\r\t]/;
const escape = (text: string): string =>
  NEEDS_ESCAPE.test(text) ? text.replace(/[\\\n\r\t]/g, (sign) => ESCAPES.get(sign)!) : text;

const asText: ColumnWriter = (value) => (value instanceof Date ? value.toISOString() : String(value));
/** Many lists are empty: those need not be looked through. */
const asJson: ColumnWriter = (value) => (Array.isArray(value) && value.length === 0 ? '[]' : JSON.stringify(value));

/** PostgreSQL has no year 0, but a log from before the bounds of a day may: such a day is written as the first day. */
const asDay: ColumnWriter = (value) => {
  const day = asText(value);
  return day.startsWith('0000-') ? FIRST_DAY : day;
};
const FIRST_DAY = '0001-01-01';

/** Values of these types need neither quotes nor escapes. */
const WORDS =
  /^(smallint|integer|bigint|int2|int4|int8|numeric|decimal|real|double precision|float4|float8|boolean|bool)$/;

/** The formatters for values of an SQL type. A JSON null is never written: the column is null instead. */
export function writersOf(type: string): ColumnWriters {
  if (WORDS.test(type)) return { element: String, copied: String };
  const text = textOf(type);
  return { element: (value) => quote(text(value)), copied: (value) => escape(text(value)) };
}

function textOf(type: string): ColumnWriter {
  if (type.endsWith('[]')) {
    const { element } = writersOf(type.slice(0, -2));
    return (value) => arrayLiteral(value as readonly unknown[], element);
  }
  if (type === 'date') return asDay;
  return type.startsWith('json') ? asJson : asText;
}

/** `{a,"b c",NULL}`: one column of a whole batch as one parameter. */
export function arrayLiteral(values: readonly unknown[], write: ColumnWriter): string {
  let literal = '{';
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i];
    if (i > 0) literal += ',';
    literal += value === null || value === undefined ? 'NULL' : write(value);
  }
  return `${literal}}`;
}
