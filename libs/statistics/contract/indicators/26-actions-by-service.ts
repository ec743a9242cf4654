import { actionsBy } from '../actions-by.js';

export const indicator = actionsBy('service', {
  id: 26,
  version: 1,
  name: { nb: 'Tiltak per tjeneste', nn: 'Tiltak per teneste', en: 'Actions by service' },
  explanation: {
    nb: 'Hvordan tiltakene besluttet i perioden fordeler seg på tjenestene til de ansvarlige. Ansvarlige uten tjeneste er en gruppe for seg.',
    nn: 'Korleis tiltaka vedtekne i perioden fordeler seg på tenestene til dei ansvarlege. Ansvarlege utan teneste er ei gruppe for seg.',
    en: 'How the actions agreed in the period are distributed over the services of the responsible people. Those without a service are a group of their own.',
  },
});
