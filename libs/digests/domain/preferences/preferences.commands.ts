import type { Preferences } from '../../contract/index.js';

/** Mail that a person may stop. */
export type Stoppable = 'digest' | 'news';

/** Chooses everything anew. */
export interface ChoosePreferences {
  readonly type: 'ChoosePreferences';
  readonly chosen: Preferences;
  /** True while a role of the person requires the weekly digest. */
  readonly isDigestMandatory: boolean;
}
/** Stops one kind of mail, as the link in it does. */
export interface StopMail {
  readonly type: 'StopMail';
  readonly what: Stoppable;
}
export type PreferencesCommand = ChoosePreferences | StopMail;
