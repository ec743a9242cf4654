import {
  holdsNationalNumber,
  monthOf,
  refuse,
  refuseAll,
  schoolYearOf,
  type BrokenRule,
  type CalendarDate,
  type Refused,
} from '#platform/kernel';
import {
  MeetingCancelled,
  MeetingMoved,
  MeetingPlanned,
  MeetingPostponed,
  NoticeGiven,
  type MeetingEvent,
} from '../../contract/meeting.events.js';
import type {
  CancelMeeting,
  DayFacts,
  GiveNotice,
  MoveMeeting,
  PlanMeeting,
  PostponeMeeting,
} from './meeting.commands.js';
import type { Cancelled, Coming, Filed, Held } from './meeting.state.js';

export type PlanningRule =
  | 'EXTRAORDINARY_WITHOUT_REASON'
  | 'JOINT_NEEDS_SEVERAL_UNITS'
  | 'UNIT_NAMED_TWICE'
  | 'UNIT_NOT_OPEN_THAT_DAY'
  | 'UNIT_MEETS_ALREADY'
  | 'DAY_OUTSIDE_SCHOOL_YEAR'
  | 'DAY_OUT_OF_MONTH'
  | 'DAY_NOT_A_WORKING_DAY'
  | 'MEETING_ALREADY_CALLED'
  | 'MEETING_NOT_CALLED'
  | 'MEETING_ALREADY_HELD'
  | 'MEETING_CANCELLED'
  | 'NOBODY_CALLED'
  | 'NOTICE_FOR_PAST_MEETING'
  | 'POSTPONED_TO_EARLIER'
  | 'NATIONAL_NUMBER_IN_TEXT';

type Answer = readonly MeetingEvent[] | Refused<PlanningRule>;
type Broken = BrokenRule<PlanningRule>;

export function planMeeting(command: PlanMeeting): Answer {
  const { meetingId, kind, unitIds, schoolYear, on, startsAt, place, reason, urgent } = command;
  const broken: Broken[] = [...brokenByDay(command, schoolYear), ...brokenByTexts({ place, reason })];
  if (kind === 'extraordinary' && reason === null) broken.push({ rule: 'EXTRAORDINARY_WITHOUT_REASON', at: 'reason' });
  if (kind === 'joint' && unitIds.length < 2) broken.push({ rule: 'JOINT_NEEDS_SEVERAL_UNITS', at: 'unitIds' });
  if (new Set(unitIds).size < unitIds.length) broken.push({ rule: 'UNIT_NAMED_TWICE', at: 'unitIds' });
  return (
    refuseAll(broken) ?? [
      MeetingPlanned({ meetingId, kind, unitIds: [...unitIds], schoolYear, on, startsAt, place, reason, urgent }),
    ]
  );
}

export function moveMeeting(command: MoveMeeting, meeting: Coming): Answer {
  if (meeting.status !== 'planned') return refuse('MEETING_ALREADY_CALLED');
  const { on, startsAt, place, reason, outOfMonth } = command;
  if (on === meeting.on && startsAt === meeting.startsAt && place === meeting.place) return [];
  const broken: Broken[] = [...brokenByDay(command, meeting.schoolYear), ...brokenByTexts({ place, reason })];
  if (!outOfMonth && monthOf(on) !== monthOf(meeting.on)) broken.push({ rule: 'DAY_OUT_OF_MONTH', at: 'on' });
  return (
    refuseAll(broken) ?? [
      MeetingMoved({ unitIds: [...meeting.unitIds], from: whenOf(meeting), to: { on, startsAt }, place, reason }),
    ]
  );
}

/** May be repeated, to more people or with another agenda. */
export function giveNotice({ to, agenda, today }: GiveNotice, meeting: Coming): Answer {
  if (to.length === 0) return refuse('NOBODY_CALLED', 'to');
  if (meeting.on < today) return refuse('NOTICE_FOR_PAST_MEETING');
  const broken = refuseAll([...brokenByTexts({ agenda })]);
  if (broken) return broken;
  const asBefore =
    meeting.status === 'called' &&
    agenda === meeting.agenda &&
    to.length === meeting.calledIds.length &&
    to.every((id) => meeting.calledIds.includes(id));
  return asBefore ? [] : [NoticeGiven({ to: [...new Set(to)], agenda })];
}

export function postponeMeeting(command: PostponeMeeting, meeting: Coming): Answer {
  if (meeting.status === 'planned') return refuse('MEETING_NOT_CALLED');
  const { on, startsAt, reason } = command;
  const broken: Broken[] = [...brokenByDay(command, meeting.schoolYear), ...brokenByTexts({ reason })];
  if (on < meeting.on || (on === meeting.on && startsAt <= meeting.startsAt))
    broken.push({ rule: 'POSTPONED_TO_EARLIER', at: 'on' });
  return (
    refuseAll(broken) ?? [
      MeetingPostponed({ unitIds: [...meeting.unitIds], from: whenOf(meeting), to: { on, startsAt }, reason }),
    ]
  );
}

export function cancelMeeting({ reason }: CancelMeeting, meeting: Coming): Answer {
  return (
    refuseAll([...brokenByTexts({ reason })]) ?? [
      MeetingCancelled({ unitIds: [...meeting.unitIds], on: meeting.on, reason }),
    ]
  );
}

/** Refusal for planning a meeting that is over or cancelled. */
export const notUpcoming = (meeting: Cancelled | Held | Filed): Refused<PlanningRule> =>
  refuse(meeting.status === 'cancelled' ? 'MEETING_CANCELLED' : 'MEETING_ALREADY_HELD');

function* brokenByDay(
  { on, force, facts }: { on: CalendarDate; force: boolean; facts: DayFacts },
  schoolYear: number,
): Generator<Broken> {
  if (schoolYearOf(on) !== schoolYear) yield { rule: 'DAY_OUTSIDE_SCHOOL_YEAR', at: 'on' };
  if (facts.closedUnitIds.length > 0) yield { rule: 'UNIT_NOT_OPEN_THAT_DAY', at: 'on' };
  else if (facts.freeDay && !force) yield { rule: 'DAY_NOT_A_WORKING_DAY', at: 'on' };
  if (facts.busyUnitIds.length > 0) yield { rule: 'UNIT_MEETS_ALREADY', at: 'on' };
}

function* brokenByTexts(texts: Readonly<Record<string, string | null>>): Generator<Broken> {
  for (const [at, text] of Object.entries(texts))
    if (text !== null && holdsNationalNumber(text)) yield { rule: 'NATIONAL_NUMBER_IN_TEXT', at };
}

const whenOf = ({ on, startsAt }: Coming) => ({ on, startsAt });
