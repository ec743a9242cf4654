import {
  addDays,
  addWorkingDays,
  lastDayOf,
  monthOf,
  monthsOf,
  schoolYearOf,
  type CalendarDate,
  type Month,
  type SchoolYear,
} from '#platform/kernel';
import { hasEnded, isMonthMissing } from '#meetings/contract';
import { isObligedIn, workingMonth, type LadderKind, type UnitDto, type WorkingMonth } from '#registry/contract';
import type { AlertFacts, WatchedMeeting } from '../alert.js';
import type { Situation } from '../situation.js';
import { heldMonths } from '../held-months.js';
import { NOTHING_MORE, type AlertCause } from './alert-cause.js';

/**
 * Meetings held whose protocol was not filed within the working days of the settings (workflow § 3.6, figures 7 and 9).
 */
export const lateProtocols = (facts: AlertFacts, situation: Situation): AlertCause[] =>
  unfiled(facts, situation).flatMap((cause) => (cause.since === null ? [] : [cause]));

/** Meetings held whose protocol is not filed, while there is time for it. */
export const comingProtocols = (facts: AlertFacts, situation: Situation): AlertCause[] =>
  unfiled(facts, situation).filter(({ since }) => since === null);

function unfiled({ settings: { filingWorkingDays }, meetings }: AlertFacts, situation: Situation): AlertCause[] {
  return meetings.flatMap((meeting): AlertCause[] => {
    const { unitIds, heldOn, filedOn, isLost } = meeting;
    if (filedOn !== null || isLost) return [];
    const about = ofMeeting('protocol-late', meeting, heldOn, situation);
    const since = addWorkingDays(heldOn, filingWorkingDays + 1, situation.isFreeAt(unitIds));
    return [{ ...about, since: about.age <= filingWorkingDays ? null : since }];
  });
}

/**
 * Meetings whose day has passed in the current month without being reported as held or not; `unconfirmed` on the board.
 * After the month's end it counts as missing instead, and there is no cause when the host has met in it.
 */
export function unconfirmedMeetings(facts: AlertFacts, situation: Situation): AlertCause[] {
  const { day } = situation;
  const waiting = facts.planned.filter(({ plannedOn }) => plannedOn < day && monthOf(plannedOn) === monthOf(day));
  const byId = new Map<string, UnitDto>(facts.units.map((unit) => [unit.unitId, unit]));
  const isExempt = exemptMonths(facts);
  const wasHeld = heldMonths(facts.meetings);
  return waiting.flatMap((meeting): AlertCause[] => {
    const host = byId.get(meeting.unitIds[0] ?? '');
    const month = monthOf(meeting.plannedOn);
    if (!host || isExempt(host.unitId, month) || wasHeld(host, month)) return [];
    return [ofMeeting('meeting-unconfirmed', meeting, meeting.plannedOn, situation)];
  });
}

/** The first unit hosts the meeting, and its leaders answer for it. */
const ofMeeting = (
  kind: LadderKind,
  { meetingId, unitIds }: Pick<WatchedMeeting, 'meetingId' | 'unitIds'>,
  on: CalendarDate,
  situation: Situation,
): AlertCause => ({
  ...NOTHING_MORE,
  id: `${kind}:${meetingId}`,
  kind,
  subjectId: meetingId,
  subject: { unitIds, serviceIds: [], personIds: [] },
  month: monthOf(on),
  meetingOn: on,
  firstIds: situation.leadersOf(unitIds[0] ?? ''),
  countedFrom: on,
  age: situation.age(on, unitIds),
  since: addDays(on, 1),
});

const exemptMonths = ({ exemptions }: AlertFacts) => {
  const exempt = new Set(exemptions.map(({ unitId, month }) => `${unitId}/${month}`));
  return (unitId: string, month: Month) => exempt.has(`${unitId}/${month}`);
};

/**
 * The first school year whose missing months still give alerts: the previous one until November, so that a missing
 * meeting in June is still noticed after the summer.
 */
export function firstWatchedSchoolYear(day: CalendarDate): SchoolYear {
  const current = schoolYearOf(day);
  const isAutumn = monthOf(day) < monthsOf(current)[MONTHS_OF_GRACE]!;
  return isAutumn ? ((current - 1) as SchoolYear) : current;
}
/** August, September and October. */
const MONTHS_OF_GRACE = 3;

/** Months that have ended without a required meeting (R1). */
export function missingMonths(facts: AlertFacts, situation: Situation): AlertCause[] {
  const { day } = situation;
  const years = new Set([firstWatchedSchoolYear(day), schoolYearOf(day)]);
  const ended = [...years].flatMap(monthsOf).filter((month) => hasEnded(month, day));
  const isExempt = exemptMonths(facts);
  const wasHeld = heldMonths(facts.meetings);
  const isMissing = (unit: UnitDto, days: WorkingMonth): boolean =>
    isMonthMissing(
      {
        month: days.month,
        isHeld: wasHeld(unit, days.month),
        isExempt: isExempt(unit.unitId, days.month),
        isObliged: isObligedIn(unit, days, facts.settings),
      },
      day,
    );
  return ofMonths('month-missing', ended, isMissing, facts, situation).map((cause) => ({
    ...cause,
    since: addDays(cause.countedFrom, 1),
  }));
}

/** Units that must meet this month, have not, and have no meeting planned in the rest of it. */
export function unplannedMonths(facts: AlertFacts, situation: Situation): AlertCause[] {
  const { day } = situation;
  const month = monthOf(day);
  const isExempt = exemptMonths(facts);
  const wasHeld = heldMonths(facts.meetings);
  const isPlanned = heldMonths(facts.planned.map(({ unitIds, plannedOn }) => ({ unitIds, heldOn: plannedOn })));
  const isUnplanned = (unit: UnitDto, days: WorkingMonth): boolean =>
    !wasHeld(unit, month) &&
    !isPlanned(unit, month) &&
    !isExempt(unit.unitId, month) &&
    isObligedIn(unit, days, facts.settings);
  return ofMonths('month-unplanned', [month], isUnplanned, facts, situation);
}

/** Causes of units' months, counted from the last day of the month. */
function ofMonths(
  kind: LadderKind,
  months: readonly Month[],
  isWanted: (unit: UnitDto, days: WorkingMonth) => boolean,
  { units }: AlertFacts,
  situation: Situation,
): AlertCause[] {
  // The calendar belongs to the kind of unit: its months are computed once per kind, not per unit.
  const byKind = new Map<UnitDto['kind'], readonly WorkingMonth[]>();
  for (const unit of units)
    if (!byKind.has(unit.kind)) {
      const isFree = situation.isFreeAt([unit.unitId]);
      byKind.set(
        unit.kind,
        months.map((month) => workingMonth(month, isFree)),
      );
    }
  return units.flatMap((unit) =>
    byKind
      .get(unit.kind)!
      .filter((days) => isWanted(unit, days))
      .map(({ month }): AlertCause => {
        const unitIds = [unit.unitId];
        const lastDay = lastDayOf(month);
        return {
          ...NOTHING_MORE,
          id: `${kind}:${unit.unitId}/${month}`,
          kind,
          subjectId: `${unit.unitId}/${month}`,
          subject: { unitIds, serviceIds: [], personIds: [] },
          month,
          firstIds: situation.leadersOf(unit.unitId),
          countedFrom: lastDay,
          age: situation.age(lastDay, unitIds),
          since: null,
        };
      }),
  );
}
