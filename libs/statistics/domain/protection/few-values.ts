import { Circulation } from './circulation.js';
import type { Table } from './table.js';

/** Hidden cells that have fewer than `wanted` possible values for an attacker who knows all shown cells. */
export function cellsWithFewValues(table: Table, hidden: ArrayLike<unknown>, wanted: number): readonly number[] {
  const circulation = new Circulation(table, hidden);
  const { values } = circulation;
  const least = values.slice();
  const most = values.slice();
  const has = (cell: number) => most[cell]! - least[cell]! >= wanted - 1;
  const note = () => {
    for (let cell = 0; cell < values.length; cell += 1) {
      if (values[cell]! < least[cell]!) least[cell] = values[cell]!;
      if (values[cell]! > most[cell]!) most[cell] = values[cell]!;
    }
  };
  const few: number[] = [];
  for (let cell = 0; cell < values.length; cell += 1) {
    if (!hidden[cell] || has(cell)) continue;
    circulation.change(cell, -1, wanted - 1);
    note();
    if (has(cell)) continue;
    circulation.change(cell, 1, wanted - 1);
    note();
    if (!has(cell)) few.push(cell);
  }
  return few;
}
