import type { Role } from './roles/index.js';

/**
 * How far a right reaches for one who holds a role:
 * - `all`: the whole municipality
 * - `unit`: what belongs to the unit the role is held at
 * - `service`: what belongs to the role's services
 * - `meeting`: meetings the person is a member or participant of, and what was agreed there
 * - `own`: what the person answers for or contributes to
 * - `owner`: what the person answers for
 */
export type Reach = 'all' | 'unit' | 'service' | 'meeting' | 'own' | 'owner';

type Grants = { readonly [R in Role]?: readonly Reach[] };

/** Who may do what: workflow § 3.5 as data, and the only place that says it. What is not here is forbidden. */
export const RIGHTS = {
  /** Names of units, services and staff, settings, school calendar. */
  'registry.read': { ...everyone('all'), elected: [], auditor: [] },
  'registry.manage': { coordinator: ['all'] },
  /** Standing participants and their deputies. */
  'unit.manage': { coordinator: ['all'], 'unit-leader': ['unit'] },

  'plan.read': { ...everyone('all'), elected: [], auditor: [] },
  'plan.propose': { coordinator: ['all'] },
  'month.exempt': { coordinator: ['all'] },
  'meeting.plan': { coordinator: ['all'], 'unit-leader': ['unit'], 'meeting-chair': ['unit'] },
  /** Header: when, where, units, who took part. */
  'meeting.read': {
    coordinator: ['all'],
    'service-unit-leader': ['all'],
    'unit-leader': ['unit'],
    'meeting-chair': ['unit'],
    teacher: ['unit', 'meeting'],
    'service-member': ['meeting'],
  },
  /** The whole protocol with matters and actions; it holds no child's data. */
  'protocol.read': {
    coordinator: ['all'],
    'unit-leader': ['unit'],
    'meeting-chair': ['unit'],
    'service-member': ['meeting'],
  },
  'protocol.write': { 'unit-leader': ['unit'], 'meeting-chair': ['unit'], 'service-member': ['meeting'] },
  'protocol.file': { 'unit-leader': ['unit'], 'meeting-chair': ['unit'] },

  /** Stop asking for a protocol that nobody can write any longer. */
  'protocol.declare-lost': { coordinator: ['all'] },

  'action.read': {
    coordinator: ['all'],
    'service-unit-leader': ['service', 'own'],
    'unit-leader': ['unit', 'own'],
    'meeting-chair': ['unit', 'own'],
    teacher: ['own'],
    'service-member': ['meeting', 'own'],
  },
  /** Accept, start, note progress, record a follow-up, complete, judge the effect. */
  'action.report': {
    'unit-leader': ['unit', 'own'],
    'meeting-chair': ['unit', 'own'],
    'service-unit-leader': ['own'],
    teacher: ['own'],
    'service-member': ['own'],
    coordinator: ['own'],
  },
  /** Change, carry on with a new date, abandon. */
  'action.manage': {
    'unit-leader': ['unit', 'owner'],
    'meeting-chair': ['unit', 'owner'],
    'service-unit-leader': ['owner'],
    'service-member': ['owner'],
    coordinator: ['owner'],
  },
  /** Offer an action to another person; the coordinator and the leader may for one who has left (orphans). */
  'action.hand-over': {
    coordinator: ['all'],
    'unit-leader': ['unit', 'owner'],
    'service-unit-leader': ['service', 'owner'],
    teacher: ['owner'],
    'service-member': ['owner'],
    'meeting-chair': ['owner'],
  },
  /** Correct level, category, topic and cause codes. */
  'codes.correct': { coordinator: ['all'] },

  'board.read': {
    coordinator: ['all'],
    'service-unit-leader': ['all'],
    director: ['all'],
    'unit-leader': ['unit'],
    'meeting-chair': ['unit'],
  },
  /** How services attend and what they and their people carry: only for those who lead (workflow § 3.5, indicator 30). */
  'service-figures.read': { coordinator: ['all'], 'service-unit-leader': ['service'] },
  'alerts.read': {
    coordinator: ['all'],
    'service-unit-leader': ['service', 'own'],
    'unit-leader': ['unit', 'own'],
    'meeting-chair': ['unit', 'own'],
    teacher: ['own'],
    'service-member': ['own'],
  },
  /** Whom to call, what has been done about a unit, and how the month goes: the coordinator's own work. */
  'follow-up.read': { coordinator: ['all'] },
  /** Remind a unit, note a call. */
  'follow-up.write': { coordinator: ['all'] },
  /** What the coordinator has reminded one's unit of. */
  'reminders.read': { 'unit-leader': ['unit'], 'meeting-chair': ['unit'] },
  /** What is new in the meeting plan for oneself, and to confirm it: those who may have a place at a table, or lead. */
  'news.read': {
    coordinator: ['own'],
    'service-unit-leader': ['own'],
    'unit-leader': ['own'],
    'meeting-chair': ['own'],
    teacher: ['own'],
    'service-member': ['own'],
  },
} as const satisfies Record<string, Grants>;

export type Right = keyof typeof RIGHTS;

/** How far `role` reaches with `right`; nothing where it does not have it. */
export const reachOf = (right: Right, role: Role): readonly Reach[] => (RIGHTS[right] as Grants)[role] ?? [];

function everyone<R extends Reach>(reach: R) {
  return {
    coordinator: [reach],
    'service-unit-leader': [reach],
    director: [reach],
    elected: [reach],
    auditor: [reach],
    'unit-leader': [reach],
    'meeting-chair': [reach],
    teacher: [reach],
    'service-member': [reach],
  } as const;
}
