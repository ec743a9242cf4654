import { actionsBy } from '../actions-by.js';

export const indicator = actionsBy('category', {
  id: 28,
  version: 1,
  name: { nb: 'Tiltak per kategori', nn: 'Tiltak per kategori', en: 'Actions by category' },
  explanation: {
    nb: 'Hvordan tiltakene besluttet i perioden fordeler seg på kategorier.',
    nn: 'Korleis tiltaka vedtekne i perioden fordeler seg på kategoriar.',
    en: 'How the actions agreed in the period are distributed over categories.',
  },
});
