import { leastOf, type Table } from './table.js';

/**
 * Changes numbers of a table within what an attacker considers possible: only cells of `free` change, to whole numbers
 * within their bounds, and every sum stays in balance. The extremes are exact: in a network they are attained by whole
 * numbers along augmenting paths, so no solver is needed.
 */
export class Circulation {
  readonly #from: Int32Array;
  readonly #to: Int32Array;
  readonly #least: Float64Array;
  readonly #most: Float64Array;
  readonly #start: Float64Array;
  readonly #cellsAt: readonly (readonly number[])[];
  /** The cell by which the current search reached each sum; −1: not reached. */
  readonly #reachedBy: Int32Array;
  readonly #queue: Int32Array;
  readonly #free: ArrayLike<unknown>;
  readonly values: Float64Array;

  /** `free` is read at each change: the caller may alter it in between. */
  constructor({ cells, sums }: Table, free: ArrayLike<unknown>) {
    this.#free = free;
    this.#from = Int32Array.from(cells, ({ from }) => from);
    this.#to = Int32Array.from(cells, ({ to }) => to);
    this.#least = Float64Array.from(cells, leastOf);
    this.#most = Float64Array.from(cells, ({ atMost }) => atMost);
    this.#start = Float64Array.from(cells, ({ value }) => value);
    this.values = this.#start.slice();
    const cellsAt = Array.from({ length: sums }, (): number[] => []);
    cells.forEach(({ from, to }, cell) => {
      cellsAt[from]!.push(cell);
      cellsAt[to]!.push(cell);
    });
    this.#cellsAt = cellsAt;
    this.#reachedBy = new Int32Array(sums);
    this.#queue = new Int32Array(sums);
  }

  /** Back to the numbers of the table. */
  reset(): void {
    this.values.set(this.#start);
  }

  /**
   * Gives a free cell an upper bound that holds from now on, and returns true, if it then still has this many values.
   * Whether it has depends on the bounds and sums only, not on the present numbers.
   */
  keepBelow(cell: number, most: number, values: number): boolean {
    const before = this.#most[cell]!;
    this.change(cell, -1, this.values[cell]! - this.#least[cell]!);
    if (this.values[cell]! > most) return false;
    this.#most[cell] = Math.min(most, before);
    if (this.change(cell, 1, values - 1) === values - 1) return true;
    this.#most[cell] = before;
    return false;
  }

  /** Number of values that a free cell can have; counts no further than `enough`. */
  possibleValues(cell: number, enough: number): number {
    this.reset();
    const above = this.change(cell, 1, enough - 1);
    this.reset();
    const below = this.change(cell, -1, enough - 1 - above);
    return above + below + 1;
  }

  /** Raises (1) or lowers (−1) a free cell by up to `wanted`, as far as it can be; returns by how much. */
  change(cell: number, direction: 1 | -1, wanted: number): number {
    const source = direction === 1 ? this.#to[cell]! : this.#from[cell]!;
    const sink = direction === 1 ? this.#from[cell]! : this.#to[cell]!;
    const limit = Math.min(wanted, this.room(cell, direction === 1));
    let done = 0;
    while (done < limit && this.#findPath(source, sink, cell)) {
      const step = Math.min(limit - done, this.#capacity(source, sink));
      this.#push(source, sink, step);
      done += step;
    }
    this.values[cell]! += direction * done;
    return done;
  }

  /** How far a cell can go up (or down) within its own bounds. */
  room(cell: number, up: boolean): number {
    return up ? this.#most[cell]! - this.values[cell]! : this.values[cell]! - this.#least[cell]!;
  }

  #findPath(source: number, sink: number, without: number): boolean {
    const reachedBy = this.#reachedBy.fill(-1);
    const queue = this.#queue;
    queue[0] = source;
    reachedBy[source] = without;
    for (let head = 0, tail = 1; head < tail; head += 1) {
      const sum = queue[head]!;
      for (const cell of this.#cellsAt[sum]!) {
        if (!this.#free[cell] || cell === without) continue;
        const forward = this.#from[cell] === sum;
        const next = forward ? this.#to[cell]! : this.#from[cell]!;
        if (reachedBy[next] !== -1 || this.room(cell, forward) <= 0) continue;
        reachedBy[next] = cell;
        if (next === sink) return true;
        queue[tail] = next;
        tail += 1;
      }
    }
    return false;
  }

  #capacity(source: number, sink: number): number {
    let capacity = Infinity;
    for (let sum = sink; sum !== source;) {
      const cell = this.#reachedBy[sum]!;
      const forward = this.#to[cell] === sum;
      capacity = Math.min(capacity, this.room(cell, forward));
      sum = forward ? this.#from[cell]! : this.#to[cell]!;
    }
    return capacity;
  }

  #push(source: number, sink: number, step: number): void {
    for (let sum = sink; sum !== source;) {
      const cell = this.#reachedBy[sum]!;
      const forward = this.#to[cell] === sum;
      this.values[cell]! += forward ? step : -step;
      sum = forward ? this.#from[cell]! : this.#to[cell]!;
    }
  }
}
