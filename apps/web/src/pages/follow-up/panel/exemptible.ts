import type { MonthCell } from '../board/board.js';

const MET: readonly MonthCell['state'][] = ['filed', 'protocol-missing', 'protocol-late', 'protocol-lost'];

/** The months that a unit can be let off: those in which it must meet, has not met, and is not let off already. */
export const exemptible = (months: readonly MonthCell[]): readonly MonthCell[] =>
  months.filter(({ obliged, state, exemptReason }) => obliged && exemptReason === null && !MET.includes(state));
