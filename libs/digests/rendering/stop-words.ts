import type { Language } from '#platform/identity';
import type { Stoppable } from '../domain/preferences/preferences.commands.js';

type ByKind = Readonly<Record<Stoppable, string>>;

/** Texts of the page that stops mail. */
export interface StopWords {
  readonly ask: ByKind;
  readonly what: ByKind;
  readonly button: string;
  readonly stopped: ByKind;
  readonly again: string;
}

export const STOP_WORDS: Readonly<Record<Language, StopWords>> = {
  nb: {
    ask: { digest: 'Slå av ukesoppsummeringen?', news: 'Slå av nytt i møteplanen på e-post?' },
    what: {
      digest: 'Du får da ikke lenger ukesoppsummeringen på e-post.',
      news: 'Du får da ikke lenger e-post om endringer i møteplanen. Endringer for i dag og i morgen kommer fortsatt.',
    },
    button: 'Slå av',
    stopped: { digest: 'Ukesoppsummeringen er slått av', news: 'Nytt i møteplanen på e-post er slått av' },
    again: 'Du kan slå den på igjen i Samspill, under «Varsler og e-post».',
  },
  nn: {
    ask: { digest: 'Slå av vekeoppsummeringa?', news: 'Slå av nytt i møteplanen på e-post?' },
    what: {
      digest: 'Du får då ikkje lenger vekeoppsummeringa på e-post.',
      news: 'Du får då ikkje lenger e-post om endringar i møteplanen. Endringar for i dag og i morgon kjem framleis.',
    },
    button: 'Slå av',
    stopped: { digest: 'Vekeoppsummeringa er slått av', news: 'Nytt i møteplanen på e-post er slått av' },
    again: 'Du kan slå ho på att i Samspill, under «Varsel og e-post».',
  },
  en: {
    ask: { digest: 'Turn off the weekly digest?', news: 'Turn off news of the meeting plan by mail?' },
    what: {
      digest: 'You will no longer get the weekly digest by mail.',
      news: 'You will no longer get mail about changes of the meeting plan. Changes for today and tomorrow still come.',
    },
    button: 'Turn off',
    stopped: { digest: 'The weekly digest is turned off', news: 'News of the meeting plan by mail is turned off' },
    again: 'You can turn it on again in Samspill, under “Alerts and mail”.',
  },
};
