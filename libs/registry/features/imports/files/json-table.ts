import { lineOfFault, linesOfItems } from './json-lines.js';
import {
  LIMITS,
  tableOf,
  WRONG_TYPE,
  type GivenCell,
  type KnownColumns,
  type Table,
  type UnreadableFile,
} from './table.js';

/** Reads a list of flat objects, or an object with one such list in it. */
export function jsonTable(file: string, text: string, known: KnownColumns): Table | UnreadableFile {
  const parsed = parse(text);
  if ('line' in parsed) return { file, unreadable: 'FILE_NOT_JSON', ...(parsed.line && { line: parsed.line }) };
  const list = listIn(parsed.value);
  if (!list) return { file, unreadable: 'FILE_NOT_A_LIST' };
  if (list.length > LIMITS.rows) return { file, unreadable: 'FILE_TOO_MANY_ROWS' };
  const lines = linesOfItems(text);
  return tableOf(
    file,
    list.map((item, i) => ({
      line: lines[i] ?? i + 1,
      entries: Object.entries(item).map(([name, value]) => [name, cellOf(value)] as const),
    })),
    known,
  );
}

/** The value, or the line of the first error; the parser's own message quotes the file, and is not passed on. */
function parse(text: string): { value: unknown } | { line: number | undefined } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch (fault) {
    return { line: lineOfFault(text, String(fault)) };
  }
}

const isItems = (value: unknown): value is object[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item));

function listIn(value: unknown): object[] | undefined {
  if (isItems(value)) return value;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const lists = Object.values(value).filter(isItems);
  const filled = lists.filter(({ length }) => length > 0);
  if (filled.length > 0) return filled.length === 1 ? filled[0] : undefined;
  return lists[0];
}

function cellOf(value: unknown): GivenCell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : WRONG_TYPE;
}
