import { cellLines } from './cell-lines.js';
import { LETTERS } from './document-style.js';
import type { Table } from './paper.js';
import type { Element, Line, Sheet } from './sheet.js';

const RIGHT = 12;
interface Pad {
  readonly above: number;
  readonly below: number;
}
const USUAL: Pad = { above: 5, below: 5 };
const DENSE: Pad = { above: 2.5, below: 2.5 };

const FEW_LINES = 80;

interface Column {
  readonly head: readonly Line[];
  readonly x: number;
  readonly width: number;
  /** Places the lines of a cell within the column. */
  readonly aligned: (lines: readonly Line[]) => readonly Line[];
}

/** Draws a table whose head is repeated on every page; a row stays on one page if it fits on a page. */
export function drawTable(sheet: Sheet, table: Table): void {
  const columns = columnsOf(sheet, table);
  const pad = table.isDense ? DENSE : USUAL;
  const element = sheet.element('Table');
  sheet.root.add(element);
  const rows = table.rows.map((cells) =>
    cells.map((cell, i) =>
      columns[i]!.aligned(
        cellLines(sheet, cell, i === 0 && cells.length > 1 ? LETTERS.strong : LETTERS.text, columns[i]!.width),
      ),
    ),
  );
  // Keeps the head on the same page as the first row.
  sheet.need(headHeight(columns) + heightOf(rows[0] ?? [], pad));
  drawHead(sheet, element, columns);
  const body = sheet.element('TBody');
  element.add(body);
  for (const row of rows) drawRow(sheet, body, columns, row, pad);
  element.end();
}

function columnsOf(sheet: Sheet, { columns }: Table): readonly Column[] {
  const whole = columns.reduce((sum, { width }) => sum + width, 0);
  let x = sheet.left;
  return columns.map(({ head, width: part, align }) => {
    const wide = (sheet.width * part) / whole;
    const width = wide - RIGHT;
    const aligned = (lines: readonly Line[]) => (align === 'end' ? sheet.atEnd(lines, width) : lines);
    const column = { x, width, aligned, head: aligned(sheet.lines(head, LETTERS.head, width)) };
    x += wide;
    return column;
  });
}

function drawHead(sheet: Sheet, table: Element, columns: readonly Column[]): void {
  const head = sheet.element('THead');
  const row = sheet.element('TR');
  table.add(head);
  head.add(row);
  for (const { head: lines, x } of columns) {
    const cell = sheet.element('TH', { scope: 'Column' });
    row.add(cell);
    sheet.write(cell, lines, x, sheet.y);
  }
  head.end();
  below(sheet, columns);
}

/** Repeats the head on a new page for sighted readers only; a screen reader has it from the structure. */
function repeatHead(sheet: Sheet, columns: readonly Column[]): void {
  sheet.newPage();
  for (const { head, x } of columns) sheet.repeat(head, x, sheet.y);
  below(sheet, columns);
}

function below(sheet: Sheet, columns: readonly Column[]): void {
  sheet.y += headHeight(columns);
  sheet.rule(true);
}

const headHeight = (columns: readonly Column[]) => Math.max(...columns.map(({ head }) => heightOfLines(head))) + 4;
const heightOfLines = (lines: readonly Line[]) => lines.reduce((sum, { letters }) => sum + letters.line, 0);
const heightOf = (cells: readonly (readonly Line[])[], { above, below }: Pad) =>
  Math.max(0, ...cells.map(heightOfLines)) + above + below;

function drawRow(
  sheet: Sheet,
  body: Element,
  columns: readonly Column[],
  cells: readonly (readonly Line[])[],
  pad: Pad,
): void {
  const height = heightOf(cells, pad);
  // A row longer than a page begins at the current place, if there is room for some lines of it.
  const cut = height > sheet.roomOfPage - headHeight(columns) && sheet.room > FEW_LINES;
  if (height > sheet.room && !cut) repeatHead(sheet, columns);
  const row = sheet.element('TR');
  body.add(row);
  const elements = cells.map((_, i) => {
    const cell = i === 0 ? sheet.element('TH', { scope: 'Row' }) : sheet.element('TD');
    row.add(cell);
    return cell;
  });
  let rest = cells;
  for (;;) {
    const room = sheet.room - pad.above - pad.below;
    const parts = rest.map((lines) => split(lines, room));
    const y = sheet.y + pad.above;
    const ends = parts.map(([now], i) => sheet.write(elements[i]!, now, columns[i]!.x, y));
    sheet.y = Math.max(...ends) + pad.below;
    rest = parts.map(([, later]) => later);
    if (rest.every((lines) => lines.length === 0)) break;
    // A row longer than a page continues under a repeated head.
    repeatHead(sheet, columns);
  }
  row.end();
  sheet.rule();
}

/** The lines that fit in `room`, and the rest. */
function split(lines: readonly Line[], room: number): readonly [readonly Line[], readonly Line[]] {
  let height = 0;
  const over = lines.findIndex(({ letters }) => (height += letters.line) > room);
  const at = over === -1 ? lines.length : over;
  return [lines.slice(0, at), lines.slice(at)];
}
