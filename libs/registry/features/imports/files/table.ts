import { isBlank, normalized } from '#platform/kernel';
import { isReadable } from './readable-text.js';

/** A value in a file; `null` for an empty one. */
export type Cell = string | number | boolean | null;

/** Marks a list or an object (JSON) in place of a text, number or boolean. */
export const WRONG_TYPE = Symbol('wrong type');
export type GivenCell = Cell | typeof WRONG_TYPE;

export interface TableRow {
  /** First line of the row in a text file, or row number in a sheet, from 1. */
  readonly line: number;
  /** By `columnKey`, only the columns that the import reads; empty cells are left out. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** Reason why a row cannot be read, for any kind of import. */
export type UnreadableRowRule =
  'CHARACTER_FORBIDDEN' | 'VALUE_OF_WRONG_TYPE' | 'MORE_CELLS_THAN_COLUMNS' | 'COLUMN_TWICE' | 'TEXT_TOO_LONG';
export interface UnreadableRow {
  readonly line: number;
  readonly rule: UnreadableRowRule;
}

/** The columns that an import reads, by `columnKey`: they identify the heading, and no other cells are kept. */
export interface KnownColumns {
  has(key: string): boolean;
}

/** The content of a file in any format. */
export interface Table {
  /** The file's name without its folder. */
  readonly file: string;
  /** All columns, including those that are not read. */
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly TableRow[];
  /** Rows that cannot be read; they are not in `rows`. */
  readonly unreadableRows: readonly UnreadableRow[];
}

/** Reason why a file as a whole cannot be read. */
export type UnreadableRule =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_TOO_MANY_ROWS'
  | 'FILE_TOO_MANY_COLUMNS'
  | 'FILE_UNPACKS_TOO_LARGE'
  | 'FILE_NOT_TEXT'
  | 'FILE_NOT_JSON'
  | 'FILE_NOT_A_LIST'
  | 'FILE_NOT_CSV'
  | 'FILE_NOT_XLSX';

export interface UnreadableFile {
  readonly file: string;
  readonly unreadable: UnreadableRule;
  /** The line of the error, if known. */
  readonly line?: number;
}

export const isUnreadable = (file: Table | UnreadableFile): file is UnreadableFile => 'unreadable' in file;

/**
 * Limits for one file: far more than all of Norway's schools and kindergartens, far below what would overload a server.
 */
export const LIMITS = {
  bytes: 20 * 1024 * 1024,
  /** Size of a packed file (XLSX) after unpacking. */
  unpackedBytes: 64 * 1024 * 1024,
  /** Characters of one text: no name, title or area is nearly as long; longer texts are not read. */
  text: 2_000,
  rows: 50_000,
  columns: 200,
  /** Cells of all rows together, including the empty ones between others. */
  cells: 4_000_000,
} as const;

/** Number of lines, each of which is a row or an unreadable row. */
export const linesOf = ({ rows, unreadableRows }: Pick<Table, 'rows' | 'unreadableRows'>): number =>
  rows.length + new Set(unreadableRows.map(({ line }) => line)).size;

/**
 * Column names are compared without case, spaces and punctuation: «Org. nr» is `orgnr`. A longer text than `LIMITS.text`
 * is no column's name and remains as it is.
 */
export const columnKey = (name: string): string =>
  name.length > LIMITS.text
    ? name
    : normalized(name, 'NFC')
        .toLowerCase()
        .replace(/[^\p{L}\p{N}]/gu, '');

/** Looks empty, and is not a damaged text: control characters are reported. */
const isReadableBlank = (text: string): boolean => text.length <= LIMITS.text && isBlank(text) && isReadable(text);

export interface GivenRecord {
  readonly line: number;
  readonly entries: Iterable<readonly [column: string, cell: GivenCell]>;
  /** True where the record has cells outside every column. */
  readonly hasMore?: boolean;
}

/**
 * A table of records, or the reason why there are too many or none. Empty records are not rows. Text is in composed
 * form (NFC), so that equal names match whichever system wrote the file.
 */
export function tableOf(file: string, records: Iterable<GivenRecord>, known: KnownColumns): Table | UnreadableFile {
  const columns = new Set<string>();
  const rows: TableRow[] = [];
  const unreadableRows: UnreadableRow[] = [];
  let lines = 0;
  for (const { line, entries, hasMore = false } of records) {
    const cells = new Map<string, Cell>();
    const wrong = new Set<UnreadableRowRule>();
    if (hasMore) wrong.add('MORE_CELLS_THAN_COLUMNS');
    let isEmpty = true;
    for (const [name, cell] of entries) {
      const key = columnKey(name);
      columns.add(key);
      if (cell === null || (typeof cell === 'string' && (cell.trim() === '' || isReadableBlank(cell)))) continue;
      isEmpty = false;
      // Lists inside a row are common in public registers; they are an error only in a column that is read.
      if (!known.has(key)) continue;
      if (cell === WRONG_TYPE) wrong.add('VALUE_OF_WRONG_TYPE');
      else if (typeof cell === 'string' && cell.length > LIMITS.text) wrong.add('TEXT_TOO_LONG');
      else if (typeof cell === 'string' && !isReadable(cell)) wrong.add('CHARACTER_FORBIDDEN');
      else {
        const value = typeof cell === 'string' ? normalized(cell, 'NFC').trim() : cell;
        if (cells.has(key) && cells.get(key) !== value) wrong.add('COLUMN_TWICE');
        cells.set(key, value);
      }
    }
    if (columns.size > LIMITS.columns) return { file, unreadable: 'FILE_TOO_MANY_COLUMNS', line };
    if (isEmpty && !hasMore) continue;
    lines += 1;
    if (lines > LIMITS.rows) return { file, unreadable: 'FILE_TOO_MANY_ROWS', line };
    if (wrong.size === 0) rows.push({ line, cells });
    for (const rule of wrong) unreadableRows.push({ line, rule });
  }
  return lines === 0 ? { file, unreadable: 'FILE_EMPTY' } : { file, columns, rows, unreadableRows };
}
