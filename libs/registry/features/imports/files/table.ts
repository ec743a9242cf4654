/** A value in a file; `null` where the file says nothing. */
export type Cell = string | number | boolean | null;

export interface TableRow {
  /** Where the row begins: the line of a text file, the row of a sheet, from 1. */
  readonly line: number;
  /** By column name as `columnKey` makes it. */
  readonly cells: ReadonlyMap<string, Cell>;
}

/** What a file says, whatever it was written in. */
export interface Table {
  /** The file's name, without its folder. */
  readonly file: string;
  readonly columns: ReadonlySet<string>;
  readonly rows: readonly TableRow[];
}

/** Why a file as a whole cannot be read. */
export type UnreadableRule =
  | 'FILE_EMPTY'
  | 'FILE_TOO_LARGE'
  | 'FILE_TOO_MANY_ROWS'
  | 'FILE_UNPACKS_TOO_LARGE'
  | 'FILE_NOT_JSON'
  | 'FILE_NOT_A_LIST'
  | 'FILE_NOT_CSV'
  | 'FILE_NOT_XLSX';

export interface UnreadableFile {
  readonly file: string;
  readonly unreadable: UnreadableRule;
  /** The line at which it stops making sense, where that is known. */
  readonly line?: number;
}

export const isUnreadable = (file: Table | UnreadableFile): file is UnreadableFile => 'unreadable' in file;

/** How much one file may be: far more than all of Norway's schools and kindergartens, far less than what stops a server. */
export const LIMITS = {
  bytes: 20 * 1024 * 1024,
  /** A packed file (XLSX), when it is unpacked. */
  unpackedBytes: 200 * 1024 * 1024,
  rows: 50_000,
  columns: 200,
} as const;

/** Column names are read alike whatever their case, spaces and signs: «Org. nr» is `orgnr`. */
export const columnKey = (name: string): string =>
  name
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');

/** A table of records, or the reason why there are too many or none. Empty records are no rows. */
export function tableOf(
  file: string,
  records: Iterable<{ readonly line: number; readonly entries: Iterable<readonly [string, Cell]> }>,
): Table | UnreadableFile {
  const columns = new Set<string>();
  const rows: TableRow[] = [];
  for (const { line, entries } of records) {
    const cells = new Map<string, Cell>();
    for (const [name, cell] of entries) {
      const value = typeof cell === 'string' ? cell.trim() || null : cell;
      const key = columnKey(name);
      columns.add(key);
      if (value !== null || !cells.has(key)) cells.set(key, value);
    }
    if (![...cells.values()].some((cell) => cell !== null)) continue;
    rows.push({ line, cells });
    if (rows.length > LIMITS.rows) return { file, unreadable: 'FILE_TOO_MANY_ROWS', line };
  }
  return rows.length === 0 ? { file, unreadable: 'FILE_EMPTY' } : { file, columns, rows };
}
