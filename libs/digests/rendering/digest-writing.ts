import type { AnswerUrlOf, LineWords } from './lines.js';
import type { DigestHrefs } from './digest-hrefs.js';
import type { DigestWords } from './digest-words.js';

/** Words, names and addresses with which the parts of one digest are written. */
export interface Writing extends LineWords {
  readonly words: DigestWords;
  readonly answerUrlOf: AnswerUrlOf | undefined;
  readonly hrefs: DigestHrefs;
}
