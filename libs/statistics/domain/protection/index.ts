export { mayStandBeside, type Counted } from './differences.js';
export { shownMeans } from './means.js';
export type { ProtectionRule } from './protect.js';
export {
  complementsOf,
  protectedTable,
  rememberingProtection,
  type HiddenReason,
  type ProtectedTable,
  type ShownCell,
} from './protected-table.js';
export { rowPatterns } from './row-pattern.js';
export { sharesOf, sharesTable, type Share } from './shares.js';
export { isFew } from './small-numbers.js';
export type { Cell, Line, Table } from './table.js';
export { listTable, twoWayTable, type Known, type KnownOfList, type KnownOfTwoWay, type Overlap } from './two-way.js';
