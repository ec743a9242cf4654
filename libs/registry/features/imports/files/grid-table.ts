import { columnKey, LIMITS, tableOf, type Cell, type KnownColumns, type Table, type UnreadableFile } from './table.js';

/** A row of a sheet or of a CSV file, before it is known which row is the heading. */
export interface GridRow {
  readonly line: number;
  readonly cells: readonly Cell[];
}

/** Number of rows searched for the heading; a title, a date and empty lines may precede it. */
const ROWS_BEFORE_HEADING = 20;

const isFilled = (cell: Cell | undefined): boolean =>
  cell !== null && cell !== undefined && (typeof cell !== 'string' || cell.trim() !== '');

/** Finds the heading among the rows: the first of those with most known column names. */
export function gridTable(file: string, grid: readonly GridRow[], known: KnownColumns): Table | UnreadableFile {
  const filled = grid.filter(({ cells }) => cells.some(isFilled));
  if (filled.length === 0) return { file, unreadable: 'FILE_EMPTY' };
  const namesIn = ({ cells }: GridRow) =>
    new Set(cells.flatMap((cell) => (typeof cell === 'string' ? columnKey(cell) : [])).filter((it) => known.has(it)))
      .size;
  const counts = filled.slice(0, ROWS_BEFORE_HEADING).map(namesIn);
  const at = counts.indexOf(Math.max(...counts));
  const heading = filled[at]!;
  const names = heading.cells.map((cell) => (isFilled(cell) ? String(cell) : ''));
  if (names.filter((name) => name !== '').length > LIMITS.columns)
    return { file, unreadable: 'FILE_TOO_MANY_COLUMNS', line: heading.line };
  const records = filled.slice(at + 1).map(({ line, cells }) => ({
    line,
    entries: names.flatMap((name, i) => (name === '' ? [] : [[name, cells[i] ?? null] as const])),
    hasMore: cells.length > names.length && cells.slice(names.length).some(isFilled),
  }));
  return tableOf(file, records, known);
}
