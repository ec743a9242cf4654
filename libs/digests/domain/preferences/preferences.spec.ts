import { specification } from '../../../platform/kernel/specification.js';
import { DEFAULT_PREFERENCES, PreferencesChosen, type Preferences } from '../../contract/index.js';
import type { ChoosePreferences, StopMail } from './preferences.commands.js';
import { preferences } from './preferences.decider.js';

const { accepts, refuses } = specification('what a person has chosen', preferences);

const wanting = (changes: Partial<Preferences>): Preferences => ({ ...DEFAULT_PREFERENCES, ...changes });
const choose = (chosen: Preferences, isDigestMandatory = false): ChoosePreferences => ({
  type: 'ChoosePreferences',
  chosen,
  isDigestMandatory,
});
const stop = (what: StopMail['what']): StopMail => ({ type: 'StopMail', what });
const nynorsk = wanting({ language: 'nn', digestWeekday: 3 });
const all = wanting({ wantsDigest: true });

accepts('a language and a weekday').given().when(choose(nynorsk)).then(PreferencesChosen(nynorsk));
accepts('the same choice again, which changes nothing').given(PreferencesChosen(nynorsk)).when(choose(nynorsk)).then();
accepts('the choice of what holds anyway, once')
  .given()
  .when(choose(DEFAULT_PREFERENCES))
  .then(PreferencesChosen(DEFAULT_PREFERENCES));
refuses('to turn off a digest that the role requires')
  .given(PreferencesChosen(all))
  .when(choose(wanting({ wantsDigest: false }), true))
  .with({ rule: 'DIGEST_MANDATORY', at: 'wantsDigest' });
accepts('other choices of somebody whose role requires the digest')
  .given()
  .when(choose({ ...nynorsk, wantsDigest: true }, true))
  .then(PreferencesChosen({ ...nynorsk, wantsDigest: true }));
accepts('that the digest stops, and keeps the other choices')
  .given(PreferencesChosen({ ...nynorsk, wantsDigest: true }))
  .when(stop('digest'))
  .then(PreferencesChosen({ ...nynorsk, wantsDigest: false }));
accepts('that the digest stops a second time, which changes nothing')
  .given(PreferencesChosen(nynorsk))
  .when(stop('digest'))
  .then();
accepts('that the news stop, from somebody who has chosen nothing')
  .given()
  .when(stop('news'))
  .then(PreferencesChosen(wanting({ wantsNews: false })));
