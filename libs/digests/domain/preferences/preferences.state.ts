import { DEFAULT_PREFERENCES, type Preferences } from '../../contract/index.js';

/** The last choices, and whether the person has made any. */
export interface PreferencesState {
  readonly chosen: Preferences;
  readonly hasChosen: boolean;
}
export const NOTHING_CHOSEN: PreferencesState = { chosen: DEFAULT_PREFERENCES, hasChosen: false };
