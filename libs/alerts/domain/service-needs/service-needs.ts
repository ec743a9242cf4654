import type { CalendarDate } from '#platform/kernel';
import type { ServiceActionDto } from '#actions/contract';
import type { ServiceAbsenceDto } from '#meetings/contract';
import type { WholeLadder } from '#registry/contract';

/** Most serious first: an action without a responsible person waits for the leader alone. */
export const NEED_KINDS = ['no-owner', 'long-overdue', 'absent-in-a-row'] as const;
export type NeedKind = (typeof NEED_KINDS)[number];

/** Number of consecutive meetings without anybody of the service after which it is reported. */
export const ABSENT_IN_A_ROW = 2;

export interface UrgentAction {
  readonly action: ServiceActionDto;
  readonly overdue: boolean;
  /** Working days at the unit; 0 where it is not overdue. */
  readonly workingDaysOverdue: number;
}
/** A need of the leader of a service: all its problems of one kind. */
export interface ServiceNeed {
  readonly kind: NeedKind;
  readonly serviceId: string;
  /** Longest overdue first; empty for attendance. */
  readonly actions: readonly UrgentAction[];
  /** Longest absence first; empty for actions. */
  readonly absences: readonly ServiceAbsenceDto[];
}

export interface ServiceFacts {
  readonly actions: readonly ServiceActionDto[];
  readonly absences: readonly ServiceAbsenceDto[];
  /** True if the person holds a role today. */
  readonly isActive: (personId: string) => boolean;
  /** Working days at the unit from the day after until today. */
  readonly workingDaysSince: (from: CalendarDate, unitIds: readonly string[]) => number;
  /** Working days overdue from which an action concerns the leader too (`toldToServiceLeaderFrom`). */
  readonly longOverdueFrom: number;
}

/**
 * Working days overdue from which an action concerns the leader of its service: the ladder's first step for them;
 * infinite where it has none.
 */
export const toldToServiceLeaderFrom = ({ overdue }: Pick<WholeLadder, 'overdue'>): number =>
  Math.min(...overdue.filter(({ to }) => to.includes('service-unit-leader')).map(({ workingDays }) => workingDays));

/**
 * Needs of the leader of services (workflow § 3.8, «Krever deg nå»), most serious first. The list begins with one
 * need of each kind, so that its first lines are about different things.
 */
export function serviceNeeds(
  { actions, absences, isActive, workingDaysSince, longOverdueFrom }: ServiceFacts,
  today: CalendarDate,
): ServiceNeed[] {
  const needy = actions.map((action) => ({
    action,
    overdue: action.dueOn < today,
    workingDaysOverdue: workingDaysSince(action.dueOn, action.unitIds),
  }));
  const ofKind: Readonly<Record<NeedKind, ServiceNeed[]>> = {
    'no-owner': ofActions(
      'no-owner',
      needy.filter(({ action }) => !isActive(action.ownerId)),
    ),
    'long-overdue': ofActions(
      'long-overdue',
      needy.filter(
        ({ action, workingDaysOverdue }) => workingDaysOverdue >= longOverdueFrom && isActive(action.ownerId),
      ),
    ),
    'absent-in-a-row': bySize(
      [
        ...Map.groupBy(
          absences.filter(({ times }) => times >= ABSENT_IN_A_ROW),
          ({ serviceId }) => serviceId,
        ),
      ].map(([serviceId, of]) => ({
        kind: 'absent-in-a-row',
        serviceId,
        actions: [],
        absences: of.toSorted((a, b) => b.times - a.times || (a.unitId < b.unitId ? -1 : 1)),
      })),
    ),
  };
  const heaviest = NEED_KINDS.flatMap((kind) => ofKind[kind].slice(0, 1));
  return [...heaviest, ...NEED_KINDS.flatMap((kind) => ofKind[kind].slice(1))];
}

const ofActions = (kind: NeedKind, needy: readonly UrgentAction[]): ServiceNeed[] =>
  bySize(
    [...Map.groupBy(needy, ({ action }) => action.serviceId)].map(([serviceId, of]) => ({
      kind,
      serviceId,
      actions: of.toSorted(
        ({ action: a }, { action: b }) => compare(a.dueOn, b.dueOn) || compare(a.actionId, b.actionId),
      ),
      absences: [],
    })),
  );

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const sizeOf = ({ actions, absences }: ServiceNeed) => actions.length + absences.length;
const bySize = (needs: readonly ServiceNeed[]): ServiceNeed[] =>
  needs.toSorted((a, b) => sizeOf(b) - sizeOf(a) || (a.serviceId < b.serviceId ? -1 : 1));
