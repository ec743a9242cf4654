import { cellsWithFewValues } from './few-values.js';
import { isSmall } from './small-numbers.js';
import { canBeHidden, isSamePattern, type Line, type Pattern, type Table } from './table.js';

/** Rows to hide: those with a small number, or all. */
export type HiddenRows = 'with-small-numbers' | 'all';

/** How often a pattern is widened. */
const WIDENED = 3;

/**
 * Patterns that hide whole rows, each hiding more than the one before. In a hidden row every inner number is hidden, and
 * its total too if it would give them away. Rows and totals, in the order of the table after the first hidden one, are
 * added until no sum gives a hidden number away; then around numbers that all sums together leave too few values. The
 * choice follows rows, zeros and sums, hardly ever the hidden numbers themselves, so many tables share it.
 */
export function* rowPatterns(table: Table, k: number, rows: HiddenRows): Generator<Pattern, undefined> {
  const rule = new RowRule(table, k, rows);
  rule.closeSums();
  yield [...rule.hidden];
  for (let i = 0; i < WIDENED && (rule.widen(k - 1) || rule.widen(k)); i += 1) {
    rule.closeSums();
    yield [...rule.hidden];
  }
}

/** Whether this is the first of the table's `rowPatterns`. */
export function isFirstRowPattern(table: Table, k: number, rows: HiddenRows, pattern: Pattern): boolean {
  const rule = new RowRule(table, k, rows);
  rule.closeSums();
  return isSamePattern(rule.hidden, pattern);
}

class RowRule {
  readonly hidden: boolean[];
  readonly #table: Table;
  readonly #k: number;
  readonly #rows = new Set<Line>();
  readonly #total: number;

  constructor(table: Table, k: number, rows: HiddenRows) {
    this.#table = table;
    this.#k = k;
    this.#total = table.cells.length - 1;
    this.hidden = table.cells.map((cell) => cell.display === 'hidden' || isSmall(cell, k));
    // A list has no inner numbers besides its totals: hiding all of them would show nothing.
    const all = rows === 'all' && table.columns.length > 0;
    for (const row of table.rows)
      if (all || [...row.inner, row.total].some((cell) => this.hidden[cell])) this.#hideRow(row);
  }

  /** Hides more until no sum, looked at alone, gives a hidden number away. */
  closeSums(): void {
    const { rows, columns } = this.#table;
    for (let before = -1; before < this.#count();) {
      before = this.#count();
      for (const row of this.#rows) if (this.#tells(row.inner)) this.#hide(row.total);
      for (const column of columns)
        if (!this.hidden[column.total] && this.#tells(column.inner)) this.#hideAcross(column);
      this.#closeTotals(rows);
      this.#closeTotals(columns);
    }
  }

  /** Hides more around numbers to which all sums together leave fewer values; returns whether anything was added. */
  widen(values: number): boolean {
    const before = this.#count();
    const { rows, columns } = this.#table;
    for (const cell of cellsWithFewValues(this.#table, this.hidden, values)) {
      const row = rows.find(({ inner }) => inner.includes(cell));
      const column = columns.find(({ inner }) => inner.includes(cell));
      if (row && column) this.#hideBeside(row, column);
      else
        for (const lines of [rows, columns])
          this.#hideTotalAfter(
            lines,
            lines.find(({ total }) => total === cell),
          );
    }
    return this.#count() > before;
  }

  /** Hides a further row that crosses the column, with as many columns in common with this row as there is. */
  #hideBeside(row: Line, column: Line): void {
    const others = after(row, this.#table.rows).filter((it) => !this.#rows.has(it) && this.#crosses(it, column));
    const inCommon = (it: Line) => this.#table.columns.filter((c) => this.#meets(it, c) && this.#meets(row, c)).length;
    const most = Math.max(...others.map(inCommon));
    const next = others.find((it) => inCommon(it) === most);
    if (next) return this.#hideRow(next);
    this.#hide(this.hidden[row.total] ? column.total : row.total);
  }

  #hideAcross(column: Line): void {
    const { rows } = this.#table;
    const first = rows.find((row) => row.inner.some((cell) => this.hidden[cell] && column.inner.includes(cell)))!;
    const next = after(first, rows).find((row) => !this.#rows.has(row) && this.#crosses(row, column));
    if (next) this.#hideRow(next);
    else this.#hide(column.total);
  }

  #closeTotals(lines: readonly Line[]): void {
    const hidden = lines.filter(({ total }) => this.hidden[total]);
    const tell = hidden.length === 0 ? this.hidden[this.#total]! : this.#totalsTell(hidden);
    if (tell) this.#hideTotalAfter(lines, hidden[0] ?? lines[0]);
  }

  #hideTotalAfter(lines: readonly Line[], line: Line | undefined): void {
    if (!line) return;
    const areRows = lines === this.#table.rows;
    const next = after(line, lines).find(
      ({ total, inner }) => this.#mayHide(total) && (areRows || inner.some((cell) => this.hidden[cell])),
    );
    if (next && areRows) this.#hideRow(next);
    this.#hide(next?.total ?? this.#total);
  }

  /** Whether a known sum leaves its hidden numbers too little room above their least values. */
  #tells(cells: readonly number[]): boolean {
    const hidden = cells.filter((cell) => this.hidden[cell]);
    const above = hidden.reduce((sum, cell) => sum + this.#growthOf(cell) - 1, 0);
    return hidden.length > 0 && (hidden.length < 2 || above < this.#k - 1);
  }

  /** The same for totals: one of n parts is at least n, and if it is small at most n + k − 2. */
  #totalsTell(hidden: readonly Line[]): boolean {
    let above = 0;
    let below = 0;
    for (const { inner, total } of hidden) {
      const parts = inner.filter((cell) => this.hidden[cell]).length;
      const most = parts + this.#k - 2;
      above += this.#growthOf(total) - parts;
      below += this.#growthOf(total) > most ? Infinity : most - this.#growthOf(total);
    }
    return hidden.length < 2 || above < this.#k - 1 || below < this.#k - 2;
  }

  #growthOf(cell: number): number {
    const { value, floor } = this.#table.cells[cell]!;
    return value - floor;
  }

  /** Whether a row has a number in the column that can still be hidden. */
  #crosses(row: Line, column: Line): boolean {
    return row.inner.some((cell) => this.#mayHide(cell) && column.inner.includes(cell));
  }

  #meets(row: Line, column: Line): boolean {
    return row.inner.some((cell) => (this.hidden[cell] || this.#mayHide(cell)) && column.inner.includes(cell));
  }

  #mayHide(cell: number): boolean {
    return !this.hidden[cell] && canBeHidden(this.#table.cells[cell]!);
  }

  #hideRow(row: Line): void {
    this.#rows.add(row);
    for (const cell of row.inner) this.#hide(cell);
  }

  #hide(cell: number): void {
    if (this.#mayHide(cell)) this.hidden[cell] = true;
  }

  #count(): number {
    return this.hidden.filter(Boolean).length;
  }
}

/** The lines after this one, then those from the first. */
function after(line: Line, lines: readonly Line[]): readonly Line[] {
  const at = lines.indexOf(line) + 1;
  return [...lines.slice(at), ...lines.slice(0, at)];
}
