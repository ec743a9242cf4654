import type { FiguresReport } from './figures-report.js';
import { figuresTable, type ExportedCell } from './figures-table.js';
import { harmlessText } from './harmless-text.js';

/**
 * The figures as CSV for a Norwegian spreadsheet program: UTF-8 with a byte order mark, semicolons, CRLF, and decimal
 * commas in a report in Norwegian. Days and moments are ISO 8601. No text is a formula.
 */
export function reportCsv(report: FiguresReport): Buffer {
  const { headings, rows } = figuresTable(report);
  const point = report.language === 'en' ? '.' : ',';
  const lines = [headings, ...rows].map((cells) => cells.map((cell) => field(cell, point)).join(';'));
  return Buffer.from(`\ufeff${lines.map((line) => `${line}\r\n`).join('')}`, 'utf8');
}

const NEEDS_QUOTES = /[;,"\r\n\t']|^\s|\s$/;

function field(cell: ExportedCell, point: string): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', point);
  if (typeof cell === 'object') return 'day' in cell ? cell.day : cell.moment.toISOString();
  const text = harmlessText(cell);
  return NEEDS_QUOTES.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
