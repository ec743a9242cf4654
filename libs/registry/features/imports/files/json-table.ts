import { itemsIn, lineOfFault } from './json-lines.js';
import {
  LIMITS,
  tableOf,
  WRONG_TYPE,
  type GivenCell,
  type KnownColumns,
  type Table,
  type UnreadableFile,
} from './table.js';

/** Reads a list of flat objects, or an object that contains one such list. */
export function jsonTable(file: string, text: string, known: KnownColumns): Table | UnreadableFile {
  const parsed = parse(text);
  if ('line' in parsed) return { file, unreadable: 'FILE_NOT_JSON', ...(parsed.line && { line: parsed.line }) };
  const found = listIn(parsed.value);
  if (!found) return { file, unreadable: 'FILE_NOT_A_LIST' };
  const { list, field } = found;
  if (list.length > LIMITS.rows) return { file, unreadable: 'FILE_TOO_MANY_ROWS' };
  const inText = itemsIn(text, field);
  return tableOf(
    file,
    list.map((item, i) => ({
      line: inText[i]?.line ?? i + 1,
      entries: [...(inText[i]?.replaced ?? []), ...Object.entries(item)].map(
        ([name, value]) => [name, cellOf(value)] as const,
      ),
    })),
    known,
  );
}

/** The value, or the line of the first error; the parser's own message is dropped, since it quotes the file. */
function parse(text: string): { value: unknown } | { line: number | undefined } {
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { line: lineOfFault(text) };
  }
}

const isItems = (value: unknown): value is object[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'object' && item !== null && !Array.isArray(item));

interface FoundList {
  readonly list: readonly object[];
  /** The field that holds the list; undefined when the whole file is the list. */
  readonly field?: string;
}

/** The list of objects: the file itself, or the only list in one of its fields; a non-empty list takes precedence. */
function listIn(value: unknown): FoundList | undefined {
  if (isItems(value)) return { list: value };
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const lists = Object.entries(value).flatMap(([field, list]) => (isItems(list) ? [{ field, list }] : []));
  const filled = lists.filter(({ list }) => list.length > 0);
  if (filled.length > 0) return filled.length === 1 ? filled[0] : undefined;
  return lists[0];
}

function cellOf(value: unknown): GivenCell {
  if (value === null || typeof value === 'string' || typeof value === 'boolean') return value;
  return typeof value === 'number' && Number.isFinite(value) ? value : WRONG_TYPE;
}
