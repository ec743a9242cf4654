import type { CalendarDate } from '#platform/kernel';
import { actionCase } from '../action-case.js';
import { OF_ACTIONS, type Indicator } from '../indicator.js';
import { openActions } from '../open-actions.js';

export const indicator: Indicator = {
  id: 19,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: { nb: 'Andel over frist', nn: 'Del over frist', en: 'Share over due' },
  explanation: {
    nb: 'Andelen av de åpne tiltakene der fristen er gått ut. På selve fristdagen er tiltaket i tide.',
    nn: 'Delen av dei opne tiltaka der fristen er gått ut. På sjølve fristdagen er tiltaket i tide.',
    en: 'The share of the open actions whose due date has passed. On the due date itself an action is in time.',
  },
  numerator: { nb: 'åpne tiltak over frist', nn: 'opne tiltak over frist', en: 'open actions over due' },
  denominator: { nb: 'åpne tiltak', nn: 'opne tiltak', en: 'open actions' },
  exclusions: {
    nb: 'Tiltak som en retting har fjernet, er ikke med.',
    nn: 'Tiltak som ei retting har fjerna, er ikkje med.',
    en: 'Actions removed by a correction are left out.',
  },
  unit: 'per-cent',
  better: 'lower',
  measure: 'share',
  counted: 'children',
  by: OF_ACTIONS,
  reads: ['actions'],
  additive: false,
  asides: [
    {
      key: 'over-first-due-date',
      name: {
        nb: 'åpne tiltak over den første fristen',
        nn: 'opne tiltak over den første fristen',
        en: 'open actions over their first due date',
      },
      isOutside: false,
      of: 'cases',
    },
  ],
  besides: 19,
  besidesAside: 'over-first-due-date',
  cases: (facts, period) =>
    openActions(facts, period).map(({ action, terms, day, isOverdue }) =>
      actionCase(action, terms, day, {
        counts: isOverdue,
        asides: action.firstDueOn < day ? ['over-first-due-date'] : [],
      }),
    ),
};
