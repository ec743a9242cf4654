import { holdsNationalNumber, never, refuse, refuseAll, type BrokenRule, type Decider } from '#platform/kernel';
import { CallNoted, UnitReminded, type ReminderCause, type FollowUpEvent } from '../../contract/index.js';
import type { FollowUpCommand, NoteCall, RemindUnit } from './follow-up.commands.js';
import type { FollowUp } from './follow-up.state.js';

export type FollowUpRule =
  'NATIONAL_NUMBER_IN_NOTE' | 'NOTHING_TO_REMIND_OF' | 'NOBODY_TO_REMIND' | 'REMINDED_TODAY' | 'UNKNOWN_PERSON_CALLED';

/** The coordinator's follow-up of a unit: reminders and telephone calls (workflow § 3.2). */
export const followUp: Decider<FollowUp, FollowUpCommand, FollowUpEvent, FollowUpRule> = {
  initialState: { remindedOn: {} },
  decide(command, state) {
    switch (command.type) {
      case 'RemindUnit':
        return remind(command, state);
      case 'NoteCall':
        return noteCall(command);
      default:
        return never(command);
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'alerts.UnitReminded':
        return { remindedOn: { ...state.remindedOn, [keyOf(event.data.about)]: event.data.on } };
      case 'alerts.CallNoted':
        return state;
      default:
        return never(event);
    }
  },
};

const keyOf = ({ kind, month }: ReminderCause): string => `${kind ?? 'anything'}/${month ?? 'any month'}`;

function remind({ unitId, about, today, note, facts }: RemindUnit, { remindedOn }: FollowUp) {
  if (remindedOn[keyOf(about)] === today) return refuse('REMINDED_TODAY');
  const broken: BrokenRule<FollowUpRule>[] = [];
  if (note !== null && holdsNationalNumber(note)) broken.push({ rule: 'NATIONAL_NUMBER_IN_NOTE', at: 'note' });
  if (facts.causes === 0) broken.push({ rule: 'NOTHING_TO_REMIND_OF' });
  if (facts.leaderIds.length === 0) broken.push({ rule: 'NOBODY_TO_REMIND' });
  return refuseAll(broken) ?? [UnitReminded({ unitId, about, on: today, toIds: [...facts.leaderIds], note })];
}

function noteCall({ unitId, about, today, withId, note, facts }: NoteCall) {
  const broken: BrokenRule<FollowUpRule>[] = [];
  if (holdsNationalNumber(note)) broken.push({ rule: 'NATIONAL_NUMBER_IN_NOTE', at: 'note' });
  if (!facts.knowsPerson) broken.push({ rule: 'UNKNOWN_PERSON_CALLED', at: 'withId' });
  return refuseAll(broken) ?? [CallNoted({ unitId, about, on: today, withId, note })];
}
