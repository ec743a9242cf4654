import type { MonthCell } from '../board/board.js';

const MET: readonly MonthCell['state'][] = ['filed', 'protocol-missing', 'protocol-late', 'protocol-lost'];

/** Months that a unit can be exempted from: obliged, without a meeting, and not exempt yet. */
export const exemptible = (months: readonly MonthCell[]): readonly MonthCell[] =>
  months.filter(({ obliged, state, exemptReason }) => obliged && exemptReason === null && !MET.includes(state));
