import type { Role } from './roles/index.js';

/**
 * Reach of a right for the holder of a role:
 * - `all`: the whole municipality
 * - `unit`: the unit that the role is held at
 * - `service`: the role's services
 * - `meeting`: meetings of which the person is a member or participant, and their actions
 * - `own`: items that the person owns or contributes to
 * - `owner`: items that the person owns
 */
export type Reach = 'all' | 'unit' | 'service' | 'meeting' | 'own' | 'owner';

type Grants = { readonly [R in Role]?: readonly Reach[] };

/** Rights of each role: workflow § 3.5 as data, and the only source. A role without an entry has no right. */
export const RIGHTS = {
  /** Names of units, services and staff, settings, school calendar. */
  'registry.read': { ...everyone('all'), elected: [], auditor: [] },
  'registry.manage': { coordinator: ['all'] },
  /** Sign another person out everywhere, as when a device is lost. */
  'sessions.end': { coordinator: ['all'] },
  /** Standing participants and their deputies. */
  'unit.manage': { coordinator: ['all'], 'unit-leader': ['unit'] },

  'plan.read': { ...everyone('all'), elected: [], auditor: [] },
  'plan.propose': { coordinator: ['all'] },
  'month.exempt': { coordinator: ['all'] },
  'meeting.plan': { coordinator: ['all'], 'unit-leader': ['unit'], 'meeting-chair': ['unit'] },
  /** Write down what unit and services agree on for a school year (R22). */
  'agreement.propose': { coordinator: ['all'], 'unit-leader': ['unit'] },
  'agreement.approve-unit': { 'unit-leader': ['unit'] },
  /** The domain decides whether one speaks for the services of that agreement. */
  'agreement.approve-services': { 'service-unit-leader': ['all'], coordinator: ['all'] },
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

  /** Declare lost a protocol that nobody can write any longer. */
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
  /** Change, continue with a new date, abandon. */
  'action.manage': {
    'unit-leader': ['unit', 'owner'],
    'meeting-chair': ['unit', 'owner'],
    'service-unit-leader': ['owner'],
    'service-member': ['owner'],
    coordinator: ['owner'],
  },
  /**
   * Offer an action to another person; the coordinator and the leader may do so for a person who has left (orphans).
   */
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
  /** Attendance and workload of services and their people: only for leaders (workflow § 3.5, indicator 30). */
  'service-figures.read': { coordinator: ['all'], 'service-unit-leader': ['service'] },
  /** Figures of the statistics with the cases behind them, before small numbers are hidden (§ 3.7 a). */
  'statistics.read': {
    coordinator: ['all'],
    'unit-leader': ['unit'],
    'meeting-chair': ['unit'],
    'service-unit-leader': ['service'],
  },
  /** Figures, with small numbers hidden where the person may not read them all. */
  'statistics.see': {
    coordinator: ['all'],
    'service-unit-leader': ['all'],
    director: ['all'],
    'unit-leader': ['unit'],
    'meeting-chair': ['unit'],
  },
  /** Freeze figures of a period for everybody. */
  'statistics.publish': { coordinator: ['all'] },
  /** Take out what documents a period, for those who supervise the municipality (R15). */
  'supervision.document': { coordinator: ['all'] },
  'alerts.read': {
    coordinator: ['all'],
    'service-unit-leader': ['service', 'own'],
    'unit-leader': ['unit', 'own'],
    'meeting-chair': ['unit', 'own'],
    teacher: ['own'],
    'service-member': ['own'],
  },
  /** Put aside, note and handle what one was told; the coordinator everything. */
  'alerts.answer': {
    coordinator: ['all'],
    'service-unit-leader': ['own'],
    'unit-leader': ['own'],
    'meeting-chair': ['own'],
    teacher: ['own'],
    'service-member': ['own'],
  },
  /** Units to call, follow-up so far, and the month's progress: the coordinator's own work. */
  'follow-up.read': { coordinator: ['all'] },
  /** Remind a unit, note a call. */
  'follow-up.write': { coordinator: ['all'] },
  /** The coordinator's reminders to the person's own unit. */
  'reminders.read': { 'unit-leader': ['unit'], 'meeting-chair': ['unit'] },
  /**
   * Changes in the meeting plan that concern the person, and confirming them: for roles that take part in meetings, or
   * lead.
   */
  'news.read': {
    coordinator: ['own'],
    'service-unit-leader': ['own'],
    'unit-leader': ['own'],
    'meeting-chair': ['own'],
    teacher: ['own'],
    'service-member': ['own'],
  },
  /** One's own meetings in one's own calendar program. */
  'calendar.subscribe': {
    coordinator: ['own'],
    'service-unit-leader': ['own'],
    'unit-leader': ['own'],
    'meeting-chair': ['own'],
    teacher: ['own'],
    'service-member': ['own'],
  },
  /** Own choices about mail, and own weekly digests: for roles that mail is sent to. */
  'mail.receive': {
    coordinator: ['own'],
    'service-unit-leader': ['own'],
    'unit-leader': ['own'],
    'meeting-chair': ['own'],
    teacher: ['own'],
    'service-member': ['own'],
  },
  /** See what was sent to whom, and send it again. */
  'mail.manage': { coordinator: ['all'] },
} as const satisfies Record<string, Grants>;

export type Right = keyof typeof RIGHTS;

/** Reach of `role` with `right`; empty if the role does not have it. */
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
