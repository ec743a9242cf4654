import type { Cell, Pattern, Table } from './table.js';

/** Changes by 1 to the cells of a cycle, after which every sum is in balance again. */
export type Move = readonly (readonly [cell: number, change: 1 | -1])[];

/** For each hidden cell outside a spanning forest of the sums, its cycle through the forest. */
export function independentMoves({ cells, sums }: Table, pattern: Pattern): readonly Move[] {
  const forest = spanningForest(cells, sums, pattern);
  const inForest = new Set(forest.map(({ cell }) => cell));
  return cells.flatMap((cell, i) => (pattern[i] && !inForest.has(i) ? [cycleOf(i, cells, forest)] : []));
}

/** How the forest reaches a sum: by this cell, from the sum above; cell −1 at a root. */
interface Branch {
  readonly cell: number;
  readonly above: number;
  readonly depth: number;
}

function spanningForest(cells: readonly Cell[], sums: number, pattern: Pattern): readonly Branch[] {
  const branches = new Array<Branch | undefined>(sums);
  const at = Array.from({ length: sums }, (): number[] => []);
  cells.forEach(({ from, to }, cell) => {
    if (!pattern[cell]) return;
    at[from]!.push(cell);
    at[to]!.push(cell);
  });
  for (let root = 0; root < sums; root += 1) {
    if (branches[root]) continue;
    branches[root] = { cell: -1, above: -1, depth: 0 };
    const reached = [root];
    for (const sum of reached) {
      for (const cell of at[sum]!) {
        const { from, to } = cells[cell]!;
        const next = from === sum ? to : from;
        if (branches[next]) continue;
        branches[next] = { cell, above: sum, depth: branches[sum]!.depth + 1 };
        reached.push(next);
      }
    }
  }
  return branches as readonly Branch[];
}

/** An amount that flows through the cell returns from its `to` to its `from` through the forest. */
function cycleOf(chord: number, cells: readonly Cell[], forest: readonly Branch[]): Move {
  const move: [number, 1 | -1][] = [[chord, 1]];
  let start = cells[chord]!.to;
  let end = cells[chord]!.from;
  while (start !== end) {
    const [first, last] = [forest[start]!, forest[end]!];
    if (first.depth >= last.depth) {
      move.push([first.cell, cells[first.cell]!.from === start ? 1 : -1]);
      start = first.above;
    } else {
      move.push([last.cell, cells[last.cell]!.to === end ? 1 : -1]);
      end = last.above;
    }
  }
  return move;
}
