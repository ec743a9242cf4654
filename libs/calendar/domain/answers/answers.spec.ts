import { MeetingId, PersonId } from '#platform/kernel';
import { specification } from '../../../platform/kernel/specification.js';
import { InvitationAnswered, type InvitationAnswer } from '../../contract/index.js';
import type { AnswerInvitation } from './answers.commands.js';
import { answers } from './answers.decider.js';

const { accepts, refuses } = specification('answers to invitations', answers);

const meetingId = MeetingId.parse('018f0c5e-0000-7000-8000-000000000401');
const personId = PersonId.parse('018f0c5e-0000-7000-8000-000000000101');
const answer = (what: InvitationAnswer, sequence = 0, isInvited = true): AnswerInvitation => ({
  type: 'AnswerInvitation',
  meetingId,
  personId,
  answer: what,
  sequence,
  facts: { isInvited },
});
const answered = (what: InvitationAnswer, sequence = 0) =>
  InvitationAnswered({ meetingId, personId, answer: what, sequence });

accepts('a first answer').given().when(answer('accepted')).then(answered('accepted'));
accepts('another answer').given(answered('accepted')).when(answer('declined')).then(answered('declined'));
accepts('the same answer twice, once').given(answered('accepted')).when(answer('accepted')).then();
accepts('an answer to the meeting’s new time')
  .given(answered('accepted', 0))
  .when(answer('accepted', 1))
  .then(answered('accepted', 1));
accepts('a late answer to an older time, without effect')
  .given(answered('declined', 1))
  .when(answer('accepted', 0))
  .then();
refuses('an answer of somebody who is not called')
  .given()
  .when(answer('accepted', 0, false))
  .with('NOT_INVITED');
