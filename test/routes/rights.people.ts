import type { Role } from '#platform/identity';
import { PersonId, ServiceId, ServiceUnitId, stableId, UnitId } from '#platform/kernel';

// The people of the rights specification, and how each is related to two units, «here» and «there»: each unit meets once
// and agrees on an action. The story (rights.municipality.ts) and the expectations (rights.table.ts) both read this.

/** Everyone with one role, held today. */
export const ASKERS = [
  'coordinator',
  'bfeLeader',
  'director',
  'elected',
  'auditor',
  'leaderHere',
  'leaderThere',
  'chairHere',
  'teacherHere',
  'teacherThere',
  'pptHere',
  'nurseNowhere',
  'childWelfareThere',
] as const;
/** People whose roles or whose part in a meeting are rarer. */
export const RARE = [
  /** Teaches elsewhere, and took part in the meeting here. */
  'guestTeacherHere',
  /** Leads there, and teaches here. */
  'leaderThereTeacherHere',
  /** Has led here until yesterday, and teaches there. */
  'teacherThereLedHere',
  /** Will lead here from tomorrow on, and teaches there. */
  'teacherThereWillLeadHere',
] as const;
/** People who have no role today, and are answered as if they were not signed in. */
export const WITHOUT_ROLE = ['endedLeaderHere', 'comingLeaderHere', 'neverAnyRole'] as const;

export const ALL_ASKERS = [...ASKERS, ...RARE] as const;
export type AskerName = (typeof ALL_ASKERS)[number] | (typeof WITHOUT_ROLE)[number];
export type Place = 'here' | 'there';
export const PLACES: readonly Place[] = ['here', 'there'];

const id = (what: string) => stableId('rights', what);
export const personOf = (name: AskerName): PersonId => PersonId.parse(id(name));
export const UNIT: Readonly<Record<Place | 'elsewhere', UnitId>> = {
  here: UnitId.parse('974552876'),
  there: UnitId.parse('974557746'),
  elsewhere: UnitId.parse('974557770'),
};
export const SERVICE = {
  ppt: ServiceId.parse(id('ppt')),
  nurses: ServiceId.parse(id('nurses')),
  childWelfare: ServiceId.parse(id('child welfare')),
};
export const BFE = ServiceUnitId.parse(id('bfe'));

/** The day on which everybody asks. */
const TODAY = '2026-11-22';
const YESTERDAY = '2026-11-21';
const TOMORROW = '2026-11-23';

export interface Held {
  readonly role: Role;
  readonly unitId?: UnitId;
  readonly serviceId?: ServiceId;
  readonly serviceUnitId?: ServiceUnitId;
  /** First and last day; for years, and without an end, if not given. */
  readonly from?: string;
  readonly to?: string;
}
export const ROLES: Readonly<Record<AskerName, readonly Held[]>> = {
  coordinator: [{ role: 'coordinator' }],
  bfeLeader: [{ role: 'service-unit-leader', serviceUnitId: BFE }],
  director: [{ role: 'director' }],
  elected: [{ role: 'elected' }],
  auditor: [{ role: 'auditor' }],
  leaderHere: [{ role: 'unit-leader', unitId: UNIT.here }],
  leaderThere: [{ role: 'unit-leader', unitId: UNIT.there }],
  chairHere: [{ role: 'meeting-chair', unitId: UNIT.here }],
  teacherHere: [{ role: 'teacher', unitId: UNIT.here }],
  teacherThere: [{ role: 'teacher', unitId: UNIT.there }],
  pptHere: [{ role: 'service-member', serviceId: SERVICE.ppt }],
  nurseNowhere: [{ role: 'service-member', serviceId: SERVICE.nurses }],
  childWelfareThere: [{ role: 'service-member', serviceId: SERVICE.childWelfare }],
  guestTeacherHere: [{ role: 'teacher', unitId: UNIT.elsewhere }],
  leaderThereTeacherHere: [
    { role: 'unit-leader', unitId: UNIT.there },
    { role: 'teacher', unitId: UNIT.here },
  ],
  teacherThereLedHere: [
    { role: 'teacher', unitId: UNIT.there },
    { role: 'unit-leader', unitId: UNIT.here, to: YESTERDAY },
  ],
  teacherThereWillLeadHere: [
    { role: 'teacher', unitId: UNIT.there },
    { role: 'unit-leader', unitId: UNIT.here, from: TOMORROW },
  ],
  endedLeaderHere: [{ role: 'unit-leader', unitId: UNIT.here, to: YESTERDAY }],
  comingLeaderHere: [{ role: 'unit-leader', unitId: UNIT.here, from: TOMORROW }],
  neverAnyRole: [],
};

/** Members of each meeting. */
export const TABLE: Readonly<Record<Place, readonly AskerName[]>> = {
  here: ['leaderHere', 'pptHere'],
  there: ['leaderThere', 'childWelfareThere'],
};
/** Others who took part. */
export const GUESTS: Readonly<Record<Place, readonly AskerName[]>> = { here: ['guestTeacherHere'], there: [] };
/** Standing participants of each unit: at one the service's own member, at the other as a deputy. */
export const STANDING: Readonly<Record<Place, readonly { member: AskerName; deputy: AskerName | null }[]>> = {
  here: [{ member: 'pptHere', deputy: null }],
  there: [{ member: 'leaderThere', deputy: 'childWelfareThere' }],
};
/** Owner of each unit's action. */
export const OWNER: Readonly<Record<Place, AskerName>> = { here: 'teacherHere', there: 'childWelfareThere' };
/** Services that own the action or contribute to it. */
export const SERVICES: Readonly<Record<Place, readonly ServiceId[]>> = {
  here: [SERVICE.ppt],
  there: [SERVICE.childWelfare],
};
const LED_BY_BFE: readonly ServiceId[] = [SERVICE.ppt, SERVICE.nurses];

/** How the holder of a role may be related to what stands at a unit. */
export type Relation =
  'own unit' | 'own service' | 'own table' | 'own meeting' | 'own action' | 'owned action' | 'told of the alert';

/** The roles that are held today. */
export const rolesToday = (who: AskerName): readonly Held[] =>
  ROLES[who].filter(({ from = TODAY, to = TODAY }) => from <= TODAY && TODAY <= to);

/** The person's relations to what stands at a unit, in a role. */
export function relationsOf(who: AskerName, held: Held, where: Place): ReadonlySet<Relation> {
  const relations = new Set<Relation>();
  if (held.unitId === UNIT[where]) relations.add('own unit');
  if (held.serviceUnitId === BFE && SERVICES[where].some((service) => LED_BY_BFE.includes(service)))
    relations.add('own service');
  const standing = STANDING[where].flatMap(({ member, deputy }) => [member, deputy]);
  if (standing.includes(who)) relations.add('own table');
  if ([...TABLE[where], ...GUESTS[where], ...standing].includes(who)) relations.add('own meeting');
  // No person of a contributing service is named, so nobody but the owner has the action as their own.
  if (OWNER[where] === who) relations.add('own action').add('owned action').add('told of the alert');
  return relations;
}
