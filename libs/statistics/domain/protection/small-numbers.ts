import type { Cell, Table } from './table.js';

/** Whether the number is one to k − 1: too small to be shown, or to be told by a difference. */
export const isFew = (number: number, k: number): boolean => number > 0 && number < k;

/** Whether the number, or its growth since it was published, is too small to be shown to a reader with this k. */
export function isSmall({ value, floor, hidesUnchanged, display }: Cell, k: number): boolean {
  const growth = value - floor;
  return display !== 'shown' && (isFew(growth, k) || (growth <= 0 && hidesUnchanged && display === 'open'));
}

/** Indexes of the cells with small numbers. */
export const smallCells = ({ cells }: Table, k: number): readonly number[] =>
  cells.flatMap((cell, i) => (isSmall(cell, k) ? [i] : []));
