import { addWorkingDays, type CalendarDate } from '#platform/kernel';
import type { MeetingFact } from './facts.js';
import type { KnownFacts } from './known-facts.js';
import { isWithin, type Period } from './period.js';
import { wasHeld } from './unit-months.js';

/** Meetings held in the period, so far as they have been reported. A joint meeting is one. */
export const heldMeetings = (facts: KnownFacts, period: Period): readonly MeetingFact[] =>
  facts.meetings.filter((meeting) => wasHeld(meeting) && isWithin(period, meeting.on) && meeting.on <= facts.today);

/** The last day on which its protocol is in time: by the settings in force on its day, in working days at its host. */
export const filingDeadline = (facts: KnownFacts, { on, unitIds }: Pick<MeetingFact, 'on' | 'unitIds'>): CalendarDate =>
  addWorkingDays(on, facts.settingsOn(on).filingWorkingDays, facts.isFreeAt(unitIds));
