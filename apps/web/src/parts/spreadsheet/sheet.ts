import type { Day } from '../../words/dates.js';

/** Value of a cell; a date stays a date, so that the spreadsheet can sort by it. */
export type Cell = string | number | { readonly day: Day } | null;
export interface Sheet {
  readonly name: string;
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
}

/**
 * Text that a spreadsheet program may treat as a formula, directly or after saving the sheet as CSV. A dash before a
 * space is a list.
 */
const FORMULA = /^(?:[=+@\t\r\n]|-(?! ))/;
/** Not allowed in XML, so that Excel would call the file damaged. */
const NONCHARACTERS = /[\ufffe\uffff]/g;
const harmless = (text: string): string => (FORMULA.test(text) ? `'${text}` : text).replace(NONCHARACTERS, '');

/** The rows for `write-excel-file`: texts are never formulas. */
export const cellsOf = ({ headings, rows }: Sheet) => [
  headings.map((value) => ({ value, type: String, fontWeight: 'bold' as const })),
  ...rows.map((row) => row.map(cellOf)),
];

function cellOf(cell: Cell) {
  if (cell === null || cell === '') return null;
  if (typeof cell === 'number') return { value: cell, type: Number };
  if (typeof cell === 'string') return { value: harmless(cell), type: String };
  return { value: new Date(`${cell.day}T00:00:00Z`), type: Date, format: 'dd.mm.yyyy' };
}

const WIDEST = 60;
/** Width of a column's longest text, within limits. */
export const widthsOf = ({ headings, rows }: Sheet): { width: number }[] =>
  headings.map((heading, i) => ({
    width: Math.min(WIDEST, Math.max(10, heading.length, ...rows.map((row) => lengthOf(row[i] ?? null))) + 2),
  }));
const lengthOf = (cell: Cell): number => (typeof cell === 'string' ? cell.length : 10);
