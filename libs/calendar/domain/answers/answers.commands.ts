import type { MeetingId, PersonId } from '#platform/kernel';
import type { InvitationAnswer } from '../../contract/index.js';

/** Records an answer that arrived by mail. */
export interface AnswerInvitation {
  readonly type: 'AnswerInvitation';
  readonly meetingId: MeetingId;
  readonly personId: PersonId;
  readonly answer: InvitationAnswer;
  readonly sequence: number;
  /** True if the person is called to the meeting; read beforehand. */
  readonly facts: { readonly isInvited: boolean };
}
export type AnswersCommand = AnswerInvitation;
