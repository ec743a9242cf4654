import type { RefusalTexts } from '#platform/kernel';
import type { AnswersRule } from './answers.decider.js';

export const answersRefusals: RefusalTexts<AnswersRule> = {
  NOT_INVITED: {
    kind: 'conflict',
    nb: 'Personen er ikke innkalt til møtet, så svaret er ikke tatt med.',
    nn: 'Personen er ikkje kalla inn til møtet, så svaret er ikkje teke med.',
    en: 'The person is not called to the meeting, so the answer was not recorded.',
  },
};
