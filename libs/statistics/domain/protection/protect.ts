import { fewestComplements } from './fewest-complements.js';
import { possibleTables } from './possible-tables.js';
import { isProven } from './proof.js';
import { isFirstRowPattern, rowPatterns, type HiddenRows } from './row-pattern.js';
import { isSamePattern, type Pattern, type Table } from './table.js';

/** Tables with more inner numbers are not searched for the fewest complements. */
const INNER_OF_SMALL_TABLE = 16;
/** Possible tables that a proof looks at when each costs proofs of its own. */
const COSTLY_LOOKS = 100;

export type ProtectionRule = 'fewest-complements' | 'whole-rows' | 'totals-only';

export interface ProvenPattern {
  /** The rule that chose the pattern. */
  readonly rule: ProtectionRule;
  readonly pattern: Pattern;
}

/**
 * Which numbers of a table to hide from a reader with this k (workflow § 3.7, ADR 0307). Undefined if no pattern could be
 * proven: then nothing of the table may be shown. `k` is a whole number, at least 2. The same table gets the same answer.
 */
export const provenPattern = (table: Table, k: number): ProvenPattern | undefined => new Rules(k).choose(table);

/** The rules in their order: the first whose pattern is proven decides. */
class Rules {
  readonly #k: number;
  /** For tables met in proofs, whether the first rule protects them. */
  readonly #firstProtects: (table: Table) => boolean;

  constructor(k: number) {
    this.#k = k;
    this.#firstProtects = oncePerTable((table) => this.#fewest(table) !== undefined);
  }

  choose(table: Table): ProvenPattern | undefined {
    const fewest = this.#fewest(table);
    if (fewest) return { rule: 'fewest-complements', pattern: fewest };
    const rows = this.#rows(table, 'with-small-numbers');
    if (rows) return { rule: 'whole-rows', pattern: rows };
    const all = this.#rows(table, 'all');
    return all && { rule: 'totals-only', pattern: all };
  }

  #fewest(table: Table): Pattern | undefined {
    const k = this.#k;
    if (innerNumbers(table) > INNER_OF_SMALL_TABLE) return undefined;
    const pattern = fewestComplements(table, k);
    if (!pattern) return undefined;
    const getsTheSame = oncePerTable((other) => {
      const chosen = fewestComplements(other, k);
      return chosen !== undefined && isSamePattern(chosen, pattern);
    });
    return isProven(table, pattern, k, possibleTables(table, pattern), getsTheSame) ? pattern : undefined;
  }

  #rows(table: Table, rows: HiddenRows): Pattern | undefined {
    for (const pattern of rowPatterns(table, this.#k, rows)) {
      if (this.#isProvenRowPattern(table, rows, pattern)) return pattern;
    }
    return undefined;
  }

  /** Counts tables that get the pattern as their first one, and that no earlier rule protects. */
  #isProvenRowPattern(table: Table, rows: HiddenRows, pattern: Pattern): boolean {
    const k = this.#k;
    const isProtectedBefore = oncePerTable(
      (other) => this.#firstProtects(other) || (rows === 'all' && !!this.#rows(other, 'with-small-numbers')),
    );
    const possible = possibleTables(table, pattern, rows === 'all' ? undefined : k);
    const isCostly = rows === 'all' || innerNumbers(table) <= INNER_OF_SMALL_TABLE;
    const looks = isCostly ? firstOf(possible, COSTLY_LOOKS) : possible;
    const getsTheSame = (other: Table) => isFirstRowPattern(other, k, rows, pattern) && !isProtectedBefore(other);
    return isProven(table, pattern, k, looks, getsTheSame);
  }
}

function* firstOf<T>(all: Iterable<T>, count: number): Generator<T, undefined> {
  let left = count;
  for (const it of all) {
    if (left === 0) return;
    left -= 1;
    yield it;
  }
}

const innerNumbers = ({ rows }: Table) => rows.reduce((sum, { inner }) => sum + inner.length, 0);

function oncePerTable(decide: (table: Table) => boolean): (table: Table) => boolean {
  const decided = new Map<string, boolean>();
  return (table) => {
    const content = table.cells.map(({ value }) => value).join();
    const known = decided.get(content);
    if (known !== undefined) return known;
    const answer = decide(table);
    decided.set(content, answer);
    return answer;
  };
}
