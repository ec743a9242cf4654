import { canonical, never, refuse, type Decider } from '#platform/kernel';
import { PreferencesChosen, type Preferences, type PreferencesEvent } from '../../contract/index.js';
import type { PreferencesCommand, Stoppable } from './preferences.commands.js';
import { NOTHING_CHOSEN, type PreferencesState } from './preferences.state.js';

export type PreferencesRule = 'DIGEST_MANDATORY';

/** One person's choices about mail. A repeated choice changes nothing. */
export const preferences: Decider<PreferencesState, PreferencesCommand, PreferencesEvent, PreferencesRule> = {
  initialState: NOTHING_CHOSEN,
  decide(command, { chosen, hasChosen }) {
    switch (command.type) {
      case 'ChoosePreferences':
        if (command.isDigestMandatory && !command.chosen.wantsDigest) return refuse('DIGEST_MANDATORY', 'wantsDigest');
        if (hasChosen && canonical(command.chosen) === canonical(chosen)) return [];
        return [PreferencesChosen(command.chosen)];
      case 'StopMail':
        return chosen[PREFERENCE_OF[command.what]]
          ? [PreferencesChosen({ ...chosen, [PREFERENCE_OF[command.what]]: false })]
          : [];
      default:
        return never(command);
    }
  },
  evolve(state, event) {
    switch (event.type) {
      case 'digests.PreferencesChosen':
        return { chosen: event.data, hasChosen: true };
      default:
        return never(event.type);
    }
  },
};

/** The choice that stops each kind of mail. */
export const PREFERENCE_OF = { digest: 'wantsDigest', news: 'wantsNews' } as const satisfies Record<
  Stoppable,
  keyof Preferences
>;
