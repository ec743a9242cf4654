import { actionCase, termsOn } from './action-case.js';
import { completedIn } from './ended-actions.js';
import type { LeftOut } from './indicator.js';
import { isWithin } from './period.js';

/** Actions that were abandoned in the period. */
export const ABANDONED: LeftOut = {
  key: 'abandoned',
  name: {
    nb: 'tiltak avbrutt i perioden',
    nn: 'tiltak avbrotne i perioden',
    en: 'actions abandoned in the period',
  },
  cases: (facts, period) =>
    facts.actions.flatMap((action) => {
      const { ended } = action;
      return ended?.how === 'abandoned' && ended.on <= facts.today && isWithin(period, ended.on)
        ? [actionCase(action, termsOn(action, ended.on), ended.on)]
        : [];
    }),
};

/** Follow-up dates of the period that have not passed. */
export const FOLLOW_UPS_TO_COME: LeftOut = {
  key: 'follow-up-to-come',
  name: {
    nb: 'oppfølgingsdatoer som ikke er passert',
    nn: 'oppfølgingsdatoar som ikkje er passerte',
    en: 'follow-up dates that have not passed',
  },
  cases: (facts, period) =>
    facts.actions.flatMap((action) =>
      action.followUps
        .filter(({ dueOn }) => dueOn >= facts.today && isWithin(period, dueOn))
        .map(({ dueOn }) => actionCase(action, termsOn(action, dueOn), dueOn)),
    ),
};

/** Actions that were completed in the period, and whose effect is not judged yet. */
export const WAITING_FOR_JUDGEMENT: LeftOut = {
  key: 'waiting-for-judgement',
  name: {
    nb: 'gjennomførte tiltak som venter på vurdering',
    nn: 'gjennomførte tiltak som ventar på vurdering',
    en: 'completed actions that wait for a judgement',
  },
  cases: (facts, period) =>
    completedIn(facts, period)
      .filter(({ action: { effect } }) => effect === null || effect.on > facts.today)
      .map(({ action, terms, on }) => actionCase(action, terms, on)),
};
