/** Formats a value as an element of a PostgreSQL array literal; never called with null. */
export type ColumnWriter = (value: unknown) => string;

const NEEDS_ESCAPE = /["\\]/;
const quote = (text: string): string => (NEEDS_ESCAPE.test(text) ? `"${text.replace(/["\\]/g, '\\$&')}"` : `"${text}"`);

const asText: ColumnWriter = (value) => quote(value instanceof Date ? value.toISOString() : String(value));
/** Numbers and booleans need no quotes. */
const asWord: ColumnWriter = String;
const asJson: ColumnWriter = (value) => quote(JSON.stringify(value));

const WORDS =
  /^(smallint|integer|bigint|int2|int4|int8|numeric|decimal|real|double precision|float4|float8|boolean|bool)$/;

/** The formatter for values of an SQL type. A JSON null is never written: the column is null instead. */
export function writerOf(type: string): ColumnWriter {
  if (type.endsWith('[]')) {
    const element = writerOf(type.slice(0, -2));
    return (value) => quote(arrayLiteral(value as readonly unknown[], element));
  }
  if (type.startsWith('json')) return asJson;
  return WORDS.test(type) ? asWord : asText;
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
