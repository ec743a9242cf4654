import type { Language } from '#platform/identity';
import type { Stoppable } from '../domain/preferences/preferences.commands.js';
import { outsidePage } from './outside-page.js';
import { STOP_WORDS } from './stop-words.js';

/** The page that stops a kind of mail, without signing in; `isSent`: false once it is stopped. */
export function stopPage(language: Language, kind: Stoppable, isSent: boolean): string {
  const { ask, what, button, stopped, again } = STOP_WORDS[language];
  return isSent
    ? outsidePage({ language, title: ask[kind], text: what[kind], buttons: [{ text: button }] })
    : outsidePage({ language, title: stopped[kind], text: again });
}
