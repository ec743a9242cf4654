import type { paths } from '../../api/generated/schema.js';
import type { Answer } from '../../api/reads.js';

type Asking = paths['/api/school-years/{schoolYear}/proposals']['post'];
/** Every unit's decided and proposed meetings, with collisions. */
export type Plan = Asking['responses'][200]['content']['application/json'];
/** Result of an accepted plan. */
export type Accepted =
  paths['/api/school-years/{schoolYear}/plan']['post']['responses'][200]['content']['application/json'];
export type UnitPlan = Plan['units'][number];
export type Proposed = UnitPlan['proposed'][number];
export type Decided = UnitPlan['decided'][number];
export type Collision = Proposed['collisions'][number];
export type Rule = UnitPlan['rule'];
/** Names of the people and services in collisions. */
export type Named = Pick<Plan, 'people' | 'services'>;
/** One unit's own year. */
export type OwnPlan = Answer<'/api/units/{unitId}/school-years/{schoolYear}/proposal'>;

export interface DayAndTime {
  readonly on: string;
  readonly startsAt: string;
}

/** A selection in the grid: a unit's month, a whole unit (`month` null), or a whole month (`unitId` null). */
export interface PlanPlace {
  readonly unitId: string | null;
  readonly month: string | null;
}

/** Content of one month of one unit. */
export type Cell =
  | { readonly kind: 'decided'; readonly meeting: Decided; readonly more: number }
  | { readonly kind: 'proposed'; readonly month: Proposed }
  | { readonly kind: 'exempt'; readonly reason: string }
  | { readonly kind: 'guest' }
  | { readonly kind: 'nothing' };

export function cellOf(unit: UnitPlan, month: string): Cell {
  const decided = unit.decided.filter((it) => it.month === month);
  // of several meetings, a colliding one is shown
  const meeting = decided.find((it) => it.collisions.length > 0) ?? decided[0];
  if (meeting) return { kind: 'decided', meeting, more: decided.length - 1 };
  const exempt = unit.exempt.find((it) => it.month === month);
  if (exempt) return { kind: 'exempt', reason: exempt.reason };
  const proposed = unit.proposed.find((it) => it.month === month);
  if (proposed?.on) return { kind: 'proposed', month: proposed };
  return { kind: unit.hostUnitId === null ? 'nothing' : 'guest' };
}

/** One collision of the plan, with its place. */
export interface Colliding extends DayAndTime {
  readonly unit: UnitPlan;
  readonly month: string;
  /** Set when the meeting is already decided. */
  readonly meetingId: string | null;
  readonly revision: string | null;
  readonly movable: boolean;
  readonly collisions: readonly Collision[];
  readonly alternative: DayAndTime | null;
}

/** Everything that collides, by month and then by unit. */
export function collidingOf(units: readonly UnitPlan[], today: string): readonly Colliding[] {
  const seen = new Set<string>();
  return (
    units
      .toSorted((a, b) => Number(a.hostUnitId !== null) - Number(b.hostUnitId !== null))
      .flatMap((unit) => [
        ...unit.proposed.flatMap(({ on, ...it }) =>
          on === null ? [] : { ...it, on, unit, meetingId: null, revision: null, movable: true },
        ),
        ...unit.decided
          // past collisions cannot be resolved
          .filter(({ on }) => on > today)
          .map((it) => ({ ...it, unit, movable: it.state === 'planned' })),
      ])
      .filter(({ collisions }) => collisions.length > 0)
      // a joint meeting is listed once, under its host
      .filter(({ meetingId }) => meetingId === null || (!seen.has(meetingId) && seen.add(meetingId)))
      .toSorted((a, b) => (a.month < b.month ? -1 : a.month > b.month ? 1 : 0))
  );
}

/** The proposed meetings without collisions, which can be accepted unchanged. */
export const acceptable = (
  units: readonly UnitPlan[],
  isWanted: (unit: UnitPlan, month: Proposed) => boolean = () => true,
): readonly { readonly unit: UnitPlan; readonly months: readonly Proposed[] }[] =>
  units
    .map((unit) => ({
      unit,
      months: unit.proposed.filter((it) => it.on !== null && it.collisions.length === 0 && isWanted(unit, it)),
    }))
    .filter(({ months }) => months.length > 0);

/** The body that decides them. */
export const planOf = (wanted: ReturnType<typeof acceptable>) => ({
  units: wanted.map(({ unit: { unitId, rule, place }, months }) => ({
    unitId,
    rule,
    place,
    meetings: months.flatMap(({ month, on, startsAt }) => (on === null ? [] : { month, on, startsAt })),
  })),
});

export const countOf = (wanted: ReturnType<typeof acceptable>): number =>
  wanted.reduce((sum, { months }) => sum + months.length, 0);

/** Number of decided meetings; a joint meeting is in the year of each unit and counts once. */
export const decidedIn = (units: readonly UnitPlan[]): number =>
  new Set(units.flatMap(({ decided }) => decided.map(({ meetingId }) => meetingId))).size;

export { schoolYearInWords, schoolYearOf } from '../../words/school-years.js';
