import { actionsBy } from '../actions-by.js';

export const indicator = actionsBy('level', {
  id: 27,
  version: 1,
  name: { nb: 'Individ, gruppe og system', nn: 'Individ, gruppe og system', en: 'Individual, group and system' },
  explanation: {
    nb: 'Hvordan tiltakene besluttet i perioden fordeler seg på individ, gruppe og system.',
    nn: 'Korleis tiltaka vedtekne i perioden fordeler seg på individ, gruppe og system.',
    en: 'How the actions agreed in the period are distributed over individual, group and system level.',
  },
});
