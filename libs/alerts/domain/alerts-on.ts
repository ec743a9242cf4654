import {
  addDays,
  addWorkingDays,
  lastDayOf,
  monthOf,
  monthsOf,
  schoolYearOf,
  type CalendarDate,
  type SchoolYear,
} from '#platform/kernel';
import { isFollowUpMissed, isOverdue, type Orphaned } from '#actions/contract';
import { hasEnded, isMonthMissing } from '#meetings/contract';
import { isObligedIn, workingMonth, type UnitDto, type UnitKind, type WorkingMonth } from '#registry/contract';
import type { AlertKind } from '../contract/index.js';
import type { Alert, AlertFacts, WatchedAction } from './alert.js';
import { leadersByUnit, situationOn, type Situation } from './escalation.js';
import { heldMonths } from './held-months.js';

/**
 * Every alert on a day, by severity and age. The passing of time is not an event: the same facts give other alerts on
 * another day.
 */
export function alertsOn(day: CalendarDate, facts: AlertFacts): Alert[] {
  const situation = situationOn(day, facts);
  const alerts = [
    ...facts.actions.flatMap((action) => aboutAction(action, situation)),
    ...lateProtocols(facts, situation),
    ...unconfirmedMeetings(facts, situation),
    ...missingMonths(facts, situation),
  ];
  return alerts.sort((a, b) => GRAVITY[b.level] - GRAVITY[a.level] || compare(a.since, b.since) || compare(a.id, b.id));
}

const GRAVITY = { reminder: 0, alert: 1, coordinator: 2 } as const;
const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function aboutAction(action: WatchedAction, situation: Situation): Alert[] {
  const { day } = situation;
  const { actionId, unitIds, serviceIds, personIds, ownerId, text, dueOn, followUpOn } = action;
  const orphaned = situation.orphaned(action);
  const missed = (kind: AlertKind, on: CalendarDate): Alert => {
    const age = situation.age(on, unitIds);
    // Nobody can be reminded at a closed unit or without a role, so the alert goes straight to the coordinator.
    const level = orphaned ? 'coordinator' : situation.level(age);
    return {
      id: `${kind}:${actionId}`,
      kind,
      level,
      subjectId: actionId,
      subject: { unitIds, serviceIds, personIds },
      month: null,
      meetingOn: null,
      ownerId,
      text,
      actorIds: situation.actors([ownerId], unitIds, level),
      since: addDays(on, 1),
      ageInWorkingDays: age,
      ...(orphaned && kind === 'orphan' && { orphanedBy: orphaned.reason }),
    };
  };
  const open = { ...action, isOpen: true };
  return [
    ...(isOverdue(open, day) ? [missed('overdue', dueOn)] : []),
    ...(isFollowUpMissed(open, day) ? [missed('follow-up-missed', followUpOn)] : []),
    ...(orphaned ? [missed('orphan', lastDayBefore(orphaned, day))] : []),
  ];
}

/**
 * Day before the alert began. An owner without a role yet, or unknown to the registry, counts as missing since
 * yesterday.
 */
const lastDayBefore = ({ lastDay }: Orphaned, day: CalendarDate): CalendarDate =>
  lastDay !== null && lastDay < day ? lastDay : addDays(day, -1);

/**
 * Meetings held whose protocol was not filed within the working days of the settings (workflow § 3.6, figures 7 and 9).
 */
function lateProtocols({ settings, meetings, people }: AlertFacts, situation: Situation): Alert[] {
  const leaders = leadersByUnit(people, situation.day);
  return meetings.flatMap(({ meetingId, unitIds, heldOn, filedOn, isLost }): Alert[] => {
    const age = situation.age(heldOn, unitIds);
    if (filedOn !== null || isLost || age <= settings.filingWorkingDays) return [];
    const level = situation.level(age);
    return [
      {
        id: `protocol-late:${meetingId}`,
        kind: 'protocol-late',
        level,
        subjectId: meetingId,
        subject: { unitIds, serviceIds: [], personIds: [] },
        month: monthOf(heldOn),
        meetingOn: heldOn,
        ownerId: null,
        text: null,
        // The first unit hosts the meeting and files its protocol.
        actorIds: situation.actors(leaders.get(unitIds[0] ?? '') ?? [], unitIds, level),
        since: addWorkingDays(heldOn, settings.filingWorkingDays + 1, situation.isFreeAt(unitIds)),
        ageInWorkingDays: age,
      },
    ];
  });
}

/**
 * Meetings whose day has passed in the current month without being reported as held or not; `unconfirmed` on the board.
 * After the month's end it counts as missing instead, and no alert is given when the host has met in it.
 */
function unconfirmedMeetings(
  { planned, meetings, exemptions, units, people }: AlertFacts,
  situation: Situation,
): Alert[] {
  const { day } = situation;
  const waiting = planned.filter(({ plannedOn }) => plannedOn < day && monthOf(plannedOn) === monthOf(day));
  const leaders = leadersByUnit(people, day);
  const byId = new Map<string, UnitDto>(units.map((unit) => [unit.unitId, unit]));
  const exempt = new Set(exemptions.map(({ unitId, month }) => `${unitId}/${month}`));
  const wasHeld = heldMonths(meetings);
  return waiting.flatMap(({ meetingId, unitIds, plannedOn }): Alert[] => {
    const host = byId.get(unitIds[0] ?? '');
    const month = monthOf(plannedOn);
    if (!host || exempt.has(`${host.unitId}/${month}`) || wasHeld(host, month)) return [];
    const age = situation.age(plannedOn, unitIds);
    const level = situation.level(age);
    return [
      {
        id: `meeting-unconfirmed:${meetingId}`,
        kind: 'meeting-unconfirmed',
        level,
        subjectId: meetingId,
        subject: { unitIds, serviceIds: [], personIds: [] },
        month,
        meetingOn: plannedOn,
        ownerId: null,
        text: null,
        actorIds: situation.actors(leaders.get(host.unitId) ?? [], unitIds, level),
        since: addDays(plannedOn, 1),
        ageInWorkingDays: age,
      },
    ];
  });
}

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
function missingMonths(facts: AlertFacts, situation: Situation): Alert[] {
  const { day } = situation;
  const years = new Set([firstWatchedSchoolYear(day), schoolYearOf(day)]);
  const months = [...years].flatMap(monthsOf).filter((month) => hasEnded(month, day));
  const endedAt = (unitIds: readonly string[]) => {
    const isFree = situation.isFreeAt(unitIds);
    return months.map((month) => ({ ...workingMonth(month, isFree), lastDay: lastDayOf(month) }));
  };
  // The calendar belongs to the kind of unit: its months are computed once per kind, not per unit.
  const ended = new Map<UnitKind, ReturnType<typeof endedAt>>();
  for (const { kind, unitId } of facts.units) if (!ended.has(kind)) ended.set(kind, endedAt([unitId]));
  const exempt = new Set(facts.exemptions.map(({ unitId, month }) => `${unitId}/${month}`));
  const leaders = leadersByUnit(facts.people, day);
  const wasHeld = heldMonths(facts.meetings);
  const isMissing = (unit: UnitDto, days: WorkingMonth): boolean =>
    isMonthMissing(
      {
        month: days.month,
        isHeld: wasHeld(unit, days.month),
        isExempt: exempt.has(`${unit.unitId}/${days.month}`),
        isObliged: isObligedIn(unit, days, facts.settings),
      },
      day,
    );
  return facts.units.flatMap((unit) =>
    ended
      .get(unit.kind)!
      .filter((days) => isMissing(unit, days))
      .map(({ month, lastDay }): Alert => {
        const unitIds = [unit.unitId];
        const age = situation.age(lastDay, unitIds);
        const level = situation.level(age);
        const subjectId = `${unit.unitId}/${month}`;
        return {
          id: `month-missing:${subjectId}`,
          kind: 'month-missing',
          level,
          subjectId,
          subject: { unitIds, serviceIds: [], personIds: [] },
          month,
          meetingOn: null,
          ownerId: null,
          text: null,
          actorIds: situation.actors(leaders.get(unit.unitId) ?? [], unitIds, level),
          since: addDays(lastDay, 1),
          ageInWorkingDays: age,
        };
      }),
  );
}
