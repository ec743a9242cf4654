import { provenPattern, type ProtectionRule } from './protect.js';
import { isSmall } from './small-numbers.js';
import type { Table } from './table.js';

/**
 * Why a number is absent. Small numbers and complements have the same reason, since the difference would tell which are
 * small; `unproven`: no pattern of the whole table could be proven safe.
 */
export type HiddenReason = 'small-numbers' | 'unproven';

/** A number, or the reason why it is absent. Answers and exports are made of these, never of the table itself. */
export type ShownCell = { readonly value: number } | { readonly hidden: HiddenReason };

export interface ProtectedTable {
  /** In the order of the table's cells. */
  readonly cells: readonly ShownCell[];
  /** Null if the table is withheld. */
  readonly rule: ProtectionRule | null;
}

/** The table as a reader with this k may see it. Without small numbers everything is shown. */
export function protectedTable(table: Table, k: number): ProtectedTable {
  const proven = provenPattern(table, k);
  const cells = table.cells.map(({ value, display }, i): ShownCell => {
    if (!proven) return display === 'shown' ? { value } : { hidden: 'unproven' };
    return proven.pattern[i] ? { hidden: 'small-numbers' } : { value };
  });
  return { cells, rule: proven?.rule ?? null };
}

/** Number of hidden numbers that are not small themselves; overlaps, which are never shown, are not counted. */
export const complementsOf = (table: Table, k: number, { cells }: ProtectedTable): number =>
  table.cells.filter((cell, i) => cell.display !== 'hidden' && 'hidden' in cells[i]! && !isSmall(cell, k)).length;

/** `protectedTable` that keeps the answers for the tables asked for last; the key is the whole content of a table. */
export function rememberingProtection(capacity: number): typeof protectedTable {
  const answers = new Map<string, ProtectedTable>();
  return (table, k) => {
    const content = JSON.stringify([k, table]);
    const answer = answers.get(content) ?? protectedTable(table, k);
    answers.delete(content);
    answers.set(content, answer);
    if (answers.size > capacity) answers.delete(answers.keys().next().value!);
    return answer;
  };
}
