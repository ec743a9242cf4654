import type { CalendarDate } from '#platform/kernel';
import { holdingOn } from '#registry/contract';
import type { ActionFact, Case, KnownFacts } from '#statistics/contract';
import type { DigestContent, DigestFigure } from '../../contract/index.js';
import {
  actionIds,
  allActionIds,
  completedIds,
  filedInTime,
  filtersOf,
  heldLastWeek,
  missingProtocols,
  monthsMetBy,
  NO_SERVICE,
  plannedThisWeek,
  unitsOnTrack,
  unplanned,
  type FigureFacts,
  type Numbers,
} from './digest-figures.js';

/** A unit, a meeting or an action that a figure counts. */
export interface CountedThing {
  readonly kind: 'unit' | 'meeting' | 'action';
  readonly id: string;
  readonly unitIds: readonly string[];
  /** The meeting's day, the day that an action was agreed or ended on, or its due date. */
  readonly on: CalendarDate | null;
  /** Working days that the mail says, since the meeting or left of the month. */
  readonly workingDays: number | null;
}

/** One number of a figure: what it counts, and out of how many. */
export interface CountedList {
  readonly key: ListKey;
  readonly count: number;
  readonly of: number | null;
  readonly things: readonly CountedThing[];
}
export const LIST_KEYS = [
  'met',
  'not-met',
  'met-last-year',
  'held',
  'planned',
  'unplanned',
  'in-time',
  'not-in-time',
  'missing',
  'started',
  'ended',
  'open',
  'overdue',
  'overdueBefore',
  'completed',
  'on-track',
] as const;
export type ListKey = (typeof LIST_KEYS)[number];

const NUMBERS = ['started', 'ended', 'open', 'overdue', 'overdueBefore'] as const satisfies readonly (keyof Numbers)[];

/**
 * Lists what a figure of a digest counts, by the rules that counted it. `service`: an id, `none` for actions that
 * belong to no service, or null for all in reach.
 */
export function figureLists(
  figure: DigestFigure,
  known: FigureFacts,
  reach: DigestContent['reach'],
  service: string | null,
): readonly CountedList[] {
  const { units, actions } = filtersOf(reach);
  const { facts, lastYear } = known;
  switch (figure) {
    case 'units-met': {
      const before = monthsMetBy(lastYear, units);
      return [
        ...divided(monthsMetBy(facts, units), 'met', 'not-met', unitOf),
        ...(before.length === 0 ? [] : divided(before, 'met-last-year', null, unitOf)),
      ];
    }
    case 'meetings-held':
      return [listed('held', heldLastWeek(known, units).map(meetingOf))];
    case 'meetings-planned':
      return [listed('planned', plannedThisWeek(known, units).map(meetingOf))];
    case 'months-unplanned':
      return [
        listed(
          'unplanned',
          unplanned(known, units).map(({ unitId, workingDaysLeft }) => ({
            ...unit(unitId),
            workingDays: workingDaysLeft,
          })),
        ),
      ];
    case 'filed-in-time':
      return divided(filedInTime(known, units), 'in-time', 'not-in-time', ofMeeting);
    case 'protocols-missing': {
      const dayOf = new Map(facts.meetings.map(({ meetingId, on }) => [meetingId, on]));
      const things = missingProtocols(known, units).map(({ meetingId: id, unitIds, workingDays }): CountedThing => ({
        ...{ kind: 'meeting', id, unitIds, on: dayOf.get(id) ?? null, workingDays },
      }));
      return [listed('missing', things)];
    }
    case 'actions':
      return NUMBERS.map((name) => {
        const ids =
          service === null ? allActionIds(known, actions, name) : (actionIds(known, actions, name).get(service) ?? []);
        return listed(name, actionsOf(facts, ids, DAY_OF[name](known.day)));
      });
    case 'completed-in-time': {
      const ofServices = [...completedIds(known, actions)].filter(
        ([key]) => key !== NO_SERVICE && (service === null || key === service),
      );
      return [
        listed(
          'completed',
          actionsOf(
            facts,
            ofServices.flatMap(([, ids]) => ids),
            endedOn,
          ),
        ),
      ];
    }
    case 'units-on-track':
      return [listed('on-track', unitsOnTrack(known, units).map(unit))];
  }
}

const listed = (key: ListKey, things: readonly CountedThing[]): CountedList => ({
  key,
  count: things.length,
  of: null,
  things,
});

/** Those that count, and the others where they have a key. */
function divided(
  cases: readonly Case[],
  counting: ListKey,
  others: ListKey | null,
  thing: (of: Case) => CountedThing,
): readonly CountedList[] {
  const those = (counts: boolean) => cases.filter((each) => each.counts === counts).map(thing);
  return [
    { ...listed(counting, those(true)), of: cases.length },
    ...(others === null ? [] : [listed(others, those(false))]),
  ];
}

const unit = (unitId: string): CountedThing => ({
  kind: 'unit',
  id: unitId,
  unitIds: [unitId],
  on: null,
  workingDays: null,
});
const unitOf = ({ unitIds: [unitId] }: Case): CountedThing => unit(unitId!);
const ofMeeting = ({ subject: { id }, unitIds, on }: Case): CountedThing => ({
  ...{ kind: 'meeting', id, unitIds, on, workingDays: null },
});
const meetingOf = ({ meetingId: id, unitIds, on }: KnownFacts['meetings'][number]): CountedThing => ({
  ...{ kind: 'meeting', id, unitIds, on, workingDays: null },
});

type DayOfAction = (action: ActionFact) => CalendarDate | null;
const dueOn =
  (day: CalendarDate): DayOfAction =>
  ({ terms }) =>
    holdingOn(terms, day)?.dueOn ?? null;
const endedOn: DayOfAction = ({ ended }) => ended?.on ?? null;
const DAY_OF: Readonly<Record<keyof Numbers, (day: CalendarDate) => DayOfAction>> = {
  started: () => (action) => action.agreedOn,
  ended: () => endedOn,
  open: dueOn,
  overdue: dueOn,
  overdueBefore: dueOn,
};

/** By that day. */
function actionsOf(facts: KnownFacts, ids: readonly string[], dayOf: DayOfAction): readonly CountedThing[] {
  const byId = new Map(facts.actions.map((action) => [action.actionId, action]));
  return ids
    .flatMap((id): CountedThing[] => {
      const action = byId.get(id);
      return action ? [{ kind: 'action', id, unitIds: action.unitIds, on: dayOf(action), workingDays: null }] : [];
    })
    .toSorted((a, b) => ((a.on ?? '') < (b.on ?? '') ? -1 : 1));
}
