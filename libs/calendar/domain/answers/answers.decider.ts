import { refuse, type Decider } from '#platform/kernel';
import { InvitationAnswered, type AnswersEvent } from '../../contract/index.js';
import type { AnswersCommand } from './answers.commands.js';
import type { Answers } from './answers.state.js';

export type AnswersRule = 'NOT_INVITED';

/** Answers to the invitations of one meeting. A late answer to an older time changes nothing. */
export const answers: Decider<Answers, AnswersCommand, AnswersEvent, AnswersRule> = {
  initialState: { byPerson: {} },
  decide({ meetingId, personId, answer, sequence, facts }, { byPerson }) {
    if (!facts.isInvited) return refuse('NOT_INVITED');
    const known = byPerson[personId];
    if (known && (known.sequence > sequence || (known.sequence === sequence && known.answer === answer))) return [];
    return [InvitationAnswered({ meetingId, personId, answer, sequence })];
  },
  evolve({ byPerson }, { data: { personId, answer, sequence } }) {
    return { byPerson: { ...byPerson, [personId]: { answer, sequence } } };
  },
};
