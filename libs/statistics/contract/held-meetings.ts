import { monthOf, type CalendarDate, type Month } from '#platform/kernel';
import { hostOn } from '#registry/contract';
import { inMonthsOf } from './by-month.js';
import type { MeetingFact, UnitFact } from './facts.js';
import type { KnownFacts } from './known-facts.js';
import type { Period } from './period.js';

export const wasHeld = ({ state }: Pick<MeetingFact, 'state'>): boolean =>
  state === 'held' || state === 'lost' || state === 'filed';

/** Meetings held in the period, so far as they have been reported. A joint meeting is one. */
export const heldMeetings = (facts: KnownFacts, period: Period): readonly MeetingFact[] =>
  inMonthsOf(facts, period, 'held meetings', () =>
    facts.meetings.filter((meeting) => wasHeld(meeting) && meeting.on <= facts.today),
  );

/** A held meeting with the last day on which its protocol is in time. */
export interface DueProtocol {
  readonly meeting: MeetingFact;
  readonly deadline: CalendarDate;
}

/** Held meetings of the period whose protocol should have been filed: their deadline has passed. */
export const dueProtocols = (facts: KnownFacts, period: Period): readonly DueProtocol[] =>
  heldMeetings(facts, period)
    .map((meeting) => ({ meeting, deadline: filingDeadline(facts, meeting) }))
    .filter(({ deadline }) => deadline < facts.today);

/** By the settings in force on its day, in working days at its host. */
export const filingDeadline = (facts: KnownFacts, { on, unitIds }: Pick<MeetingFact, 'on' | 'unitIds'>): CalendarDate =>
  facts.addWorkingDays(on, facts.settingsOn(on).filingWorkingDays, unitIds);

/** Days on which the unit met, at home or as a guest (`countsFor`), oldest first. */
export function daysMet(
  facts: KnownFacts,
  { unitId, hosts }: Pick<UnitFact, 'unitId' | 'hosts'>,
): readonly CalendarDate[] {
  const daysOf = facts.once('days met by unit', () => daysByUnit(facts));
  return facts.once(`days met by ${unitId}`, () => {
    const asGuest = [...new Set(hosts.flatMap(({ hostUnitId }) => hostUnitId ?? []))].flatMap((host) =>
      (daysOf.get(host) ?? []).filter((day) => hostOn({ hosts }, day) === host),
    );
    return [...(daysOf.get(unitId) ?? []), ...asGuest].toSorted();
  });
}

/** Months in which the unit met. */
export const monthsMet = (facts: KnownFacts, unit: Pick<UnitFact, 'unitId' | 'hosts'>): ReadonlySet<Month> =>
  facts.once(`months met by ${unit.unitId}`, () => new Set(daysMet(facts, unit).map(monthOf)));

function daysByUnit({ meetings, today }: KnownFacts): ReadonlyMap<string, readonly CalendarDate[]> {
  const days = new Map<string, CalendarDate[]>();
  for (const meeting of meetings) {
    if (!wasHeld(meeting) || meeting.on > today) continue;
    for (const unitId of meeting.unitIds) {
      const known = days.get(unitId);
      if (known) known.push(meeting.on);
      else days.set(unitId, [meeting.on]);
    }
  }
  return days;
}
