import type { InvitationAnswer } from '../../contract/index.js';

/** The answers to a meeting's invitations, by person. */
export interface Answers {
  readonly byPerson: Readonly<Record<string, { readonly answer: InvitationAnswer; readonly sequence: number }>>;
}
