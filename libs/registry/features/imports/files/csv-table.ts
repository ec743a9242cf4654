import { CsvError, parse, type Info } from 'csv-parse/sync';
import { LIMITS, tableOf, type Table, type UnreadableFile } from './table.js';

const DELIMITERS = [';', ',', '\t'] as const;

/** Reads a table with a heading, separated by semicolon, comma or tab. */
export function csvTable(file: string, text: string): Table | UnreadableFile {
  try {
    // With `info` each record comes with where it ends; the library's types do not say so.
    const records = parse(text, {
      delimiter: delimiterOf(text),
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
      max_record_size: 100_000,
      to: LIMITS.rows + 2,
    }) as unknown as { info: Info; record: string[] }[];
    const [heading, ...rows] = records;
    if (!heading) return { file, unreadable: 'FILE_EMPTY' };
    const names = heading.record.slice(0, LIMITS.columns);
    return tableOf(
      file,
      rows.map(({ record, info }) => ({
        line: info.lines - linesWithin(record),
        entries: names.map((name, i) => [name, record[i] ?? null] as const),
      })),
    );
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const { lines } = fault as CsvError & { lines?: number };
    return { file, unreadable: 'FILE_NOT_CSV', ...(lines !== undefined && { line: lines }) };
  }
}

/** The sign that parts most columns of the heading; a quoted name may hold the others. */
function delimiterOf(text: string): string {
  const heading = (/^[^\r\n]*/.exec(text)?.[0] ?? '').replace(/"[^"]*"/g, '');
  const counted = DELIMITERS.map((sign) => ({ sign, count: heading.split(sign).length }));
  return counted.reduce((most, it) => (it.count > most.count ? it : most)).sign;
}

/** A quoted cell may hold line breaks; the row began so many lines before it ended. */
const linesWithin = (record: readonly string[]): number =>
  record.reduce((count, cell) => count + cell.split(/\r\n|\r|\n/).length - 1, 0);
