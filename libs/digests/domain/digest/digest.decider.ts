import { never, refuse, type Decider } from '#platform/kernel';
import { DigestMade, DigestResent, type DigestEvent, type MadeDigest } from '../../contract/index.js';
import type { DigestCommand } from './digest.commands.js';
import type { DigestState } from './digest.state.js';

export type DigestRule = 'DIGEST_NOT_MADE' | 'DIGEST_RESENT_OFTEN';

/** Most times that a digest may be sent once more. */
export const MOST_RESENT = 5;

/**
 * True for a digest of a later day than the one that was made: the mail of that was not handed over on its day, so the
 * week's digest is made anew (ADR 0355).
 */
export const isMadeAnew = (made: Pick<MadeDigest, 'on'> | null, digest: Pick<MadeDigest, 'on'>): boolean =>
  made !== null && digest.on > made.on;

/** A person's digest of a week: the first of the day on which it is sent, and sent again as it was. */
export const digest: Decider<DigestState, DigestCommand, DigestEvent, DigestRule> = {
  initialState: { made: null, resent: 0 },
  decide(command, { made, resent }) {
    switch (command.type) {
      case 'MakeDigest':
        return made && !isMadeAnew(made, command.digest) ? [] : [DigestMade(command.digest)];
      case 'ResendDigest':
        if (!made) return refuse('DIGEST_NOT_MADE');
        if (resent >= MOST_RESENT) return refuse('DIGEST_RESENT_OFTEN');
        return [DigestResent({ on: command.on, number: resent + 1 })];
      default:
        return never(command);
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'digests.DigestMade':
        return { ...state, made: event.data };
      case 'digests.DigestResent':
        return { ...state, resent: event.data.number };
      default:
        return never(event);
    }
  },
};
