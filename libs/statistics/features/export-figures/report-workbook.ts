import { dayOf, ZONE } from '#platform/kernel';
import type { FiguresReport } from './figures-report.js';
import { aboutTable, definitionsTable, figuresTable, type ExportedCell, type ExportedTable } from './figures-table.js';
import { harmlessText } from './harmless-text.js';
import { PHRASES } from './report-words.js';

/** The report as an XLSX workbook: the figures, their definitions, and what the report is about. */
export async function reportWorkbook(report: FiguresReport): Promise<Buffer> {
  // Loaded on demand: most processes never write a workbook.
  const { default: writeXlsx } = await import('write-excel-file/node');
  const { language } = report;
  return writeXlsx([
    sheet(PHRASES.figures[language], figuresTable(report)),
    sheet(PHRASES.definitions[language], definitionsTable(report)),
    sheet(PHRASES.about[language], aboutTable(report)),
  ]).toBuffer();
}

const sheet = (name: string, table: ExportedTable) => ({
  sheet: name,
  stickyRowsCount: 1,
  columns: table.headings.map((heading, i) => ({
    width: widthOf([heading, ...table.rows.map((row) => row[i] ?? null)]),
  })),
  data: [
    table.headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
    ...table.rows.map((row) => row.map(cellOf)),
  ],
});

function cellOf(cell: ExportedCell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: harmlessText(cell), type: String };
  return 'day' in cell
    ? { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' }
    : { value: onNorwegianClock(cell.moment), type: Date, format: 'dd.mm.yyyy hh:mm' };
}

/** A workbook's dates have no zone: the moment as a clock in Norway shows it. */
function onNorwegianClock(moment: Date): Date {
  const time = new Intl.DateTimeFormat('sv-SE', { timeStyle: 'medium', timeZone: ZONE }).format(moment);
  return new Date(`${dayOf(moment)}T${time}Z`);
}

const WIDEST = 60;
/** Width of a column's longest text, within limits. */
const widthOf = (cells: readonly ExportedCell[]): number =>
  Math.min(WIDEST, Math.max(...cells.map((cell) => (typeof cell === 'string' ? cell.length : 10))) + 2);
