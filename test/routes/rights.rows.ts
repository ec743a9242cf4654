import type { Role } from '#platform/identity';
import type { Relation } from './rights.people.js';

// How a row of the table of rights says for each role where it may do something.

/**
 * The places at which a role may do something: everywhere, or where its holder has this relation to the subject; or the
 * reason for never.
 */
export type Cell = 'anywhere' | Relation | readonly Relation[] | `no: ${string}`;
export type Row = Readonly<Record<Role, Cell>>;

/** Roles with no part in meetings, and what § 3.5 gives them. */
const OUTSIDE_MEETINGS = {
  director: 'no: § 3.5 gives the director figures per unit, with small numbers hidden',
  elected: 'no: § 3.5 gives elected members published statistics only',
  auditor: 'no: § 3.5 gives the auditor the access log only',
} as const;
/** A row that says something of each role that has a part in meetings. */
export const row = (cells: Omit<Row, keyof typeof OUTSIDE_MEETINGS> & Partial<Row>): Row => ({
  ...OUTSIDE_MEETINGS,
  ...cells,
});
/** A row in which every role that is not named is refused for one reason. */
export const only = (named: Partial<Row>, whyNot: string): Row => ({
  coordinator: `no: ${whyNot}`,
  'unit-leader': `no: ${whyNot}`,
  'meeting-chair': `no: ${whyNot}`,
  teacher: `no: ${whyNot}`,
  'service-member': `no: ${whyNot}`,
  'service-unit-leader': `no: ${whyNot}`,
  ...OUTSIDE_MEETINGS,
  ...named,
});
