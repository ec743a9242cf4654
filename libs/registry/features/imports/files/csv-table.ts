import { CsvError, parse, type Info } from 'csv-parse/sync';
import { gridTable, type GridRow } from './grid-table.js';
import { columnKey, LIMITS, type KnownColumns, type Table, type UnreadableFile } from './table.js';

const DELIMITERS = [';', ',', '\t'] as const;
/** Number of lines sampled for the delimiter: as many as may precede the heading. */
const SAMPLED_LINES = 20;
const LONGEST_SAMPLE = 20_000;

/** Reads a table with a heading, separated by semicolon, comma or tab, or by the delimiter in a first line `sep=;`. */
export function csvTable(file: string, text: string, known: KnownColumns): Table | UnreadableFile {
  const delimiterLine = toldDelimiter(text);
  const body = delimiterLine === undefined ? text : text.slice(delimiterLine.length);
  try {
    // With `info`, each record has its end position; the library's types lack it.
    const records = parse(body, {
      delimiter: delimiterLine?.delimiter ?? delimiterOf(body, known),
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: 100_000,
      to: LIMITS.rows + SAMPLED_LINES + 2,
    }) as unknown as { info: Info; record: string[] }[];
    const skipped = delimiterLine === undefined ? 0 : 1;
    const grid = records.map(({ record, info }): GridRow => ({
      line: info.lines + skipped - linesWithin(record),
      cells: record,
    }));
    return gridTable(file, grid, known);
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const { lines } = fault as CsvError & { lines?: number };
    return { file, unreadable: 'FILE_NOT_CSV', ...(lines !== undefined && { line: lines }) };
  }
}

/** The delimiter of Excel's first line `sep=;`. The length includes the line break. */
function toldDelimiter(text: string): { readonly delimiter: string; readonly length: number } | undefined {
  const match = /^"?sep=([;,\t|])"?(?:\r\n|\r|\n)/i.exec(text);
  return match ? { delimiter: match[1]!, length: match[0].length } : undefined;
}

/** The delimiter that yields most known column names on one of the first lines; without any, the most columns. */
function delimiterOf(text: string, known: KnownColumns): string {
  const lines = [...firstLines(text)];
  const scores = DELIMITERS.map((delimiter) => {
    const split = lines.map((line) => line.split(delimiter));
    const names = split.map((cells) => cells.filter((cell) => known.has(columnKey(cell))).length);
    return { delimiter, names: Math.max(0, ...names), columns: split[0]?.length ?? 0 };
  });
  const isBetter = (a: (typeof scores)[number], b: (typeof scores)[number]) =>
    a.names > b.names || (a.names === b.names && a.columns > b.columns);
  return scores.reduce((best, it) => (isBetter(it, best) ? it : best)).delimiter;
}

function* firstLines(text: string): Generator<string> {
  let from = 0;
  for (let i = 0; i < SAMPLED_LINES && from < text.length; i += 1) {
    const ends = [text.indexOf('\n', from), text.indexOf('\r', from)].filter((at) => at >= 0);
    const end = ends.length === 0 ? text.length : Math.min(...ends);
    yield text.slice(from, Math.min(end, from + LONGEST_SAMPLE));
    from = end + 1;
  }
}

/** Number of line breaks in the row's quoted cells; the row began this many lines before its end. */
const linesWithin = (record: readonly string[]): number =>
  record.reduce((count, cell) => count + cell.split(/\r\n|\r|\n/).length - 1, 0);
