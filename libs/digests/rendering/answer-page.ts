import { OwnerAnswer } from '#actions/contract';
import type { Language } from '#platform/identity';
import { ANSWER_WORDS } from './answer-words.js';
import { outsidePage } from './outside-page.js';

/** State of the link of an answer: open, used now or before, or no longer usable. */
export type AnswerPageState = 'open' | 'used' | 'over' | { readonly recorded: OwnerAnswer };

/** The page by which an action's owner answers, without signing in. */
export function answerPage(language: Language, state: AnswerPageState): string {
  const { ask, answers, recorded, ...closed } = ANSWER_WORDS[language];
  if (typeof state === 'object') return outsidePage({ language, ...recorded[state.recorded] });
  if (state !== 'open') return outsidePage({ language, ...closed[state] });
  const buttons = OwnerAnswer.options.map((value) => ({ name: 'answer', value, text: answers[value] }));
  return outsidePage({ language, ...ask, buttons });
}
