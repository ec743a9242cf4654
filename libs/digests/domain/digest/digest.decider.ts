import { never, refuse, type Decider } from '#platform/kernel';
import { DigestMade, DigestResent, type DigestEvent } from '../../contract/index.js';
import type { DigestCommand } from './digest.commands.js';
import type { DigestState } from './digest.state.js';

export type DigestRule = 'DIGEST_NOT_MADE' | 'DIGEST_RESENT_OFTEN';

/** Most times that a digest may be sent once more. */
export const MOST_RESENT = 5;

/** A person's digest of a week: made once, and sent again as it was. */
export const digest: Decider<DigestState, DigestCommand, DigestEvent, DigestRule> = {
  initialState: { made: null, resent: 0 },
  decide(command, { made, resent }) {
    switch (command.type) {
      case 'MakeDigest':
        return made ? [] : [DigestMade(command.digest)];
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
