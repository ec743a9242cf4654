import type { CalendarDate } from '#platform/kernel';
import { actionCase } from '../action-case.js';
import { completedIn } from '../ended-actions.js';
import { OF_ACTIONS, type Indicator } from '../indicator.js';
import { ABANDONED } from '../left-out-actions.js';

export const indicator: Indicator = {
  id: 22,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: { nb: 'Fullført innen frist', nn: 'Fullført innan frist', en: 'Completed in time' },
  explanation: {
    nb: 'Andelen av tiltakene som ble gjennomført i perioden, som ble det senest på den første fristen de fikk.',
    nn: 'Delen av tiltaka som blei gjennomførte i perioden, som blei det seinast på den første fristen dei fekk.',
    en: 'The share of the actions completed in the period that were completed by the first due date that they got.',
  },
  numerator: {
    nb: 'tiltak gjennomført innen den første fristen',
    nn: 'tiltak gjennomførte innan den første fristen',
    en: 'actions completed by the first due date',
  },
  denominator: {
    nb: 'tiltak gjennomført i perioden',
    nn: 'tiltak gjennomførte i perioden',
    en: 'actions completed in the period',
  },
  exclusions: {
    nb: 'Avbrutte tiltak er ikke med. At fristen er flyttet, hjelper ikke.',
    nn: 'Avbrotne tiltak er ikkje med. At fristen er flytta, hjelper ikkje.',
    en: 'Abandoned actions are left out. A moved due date does not help.',
  },
  leftOut: [ABANDONED],
  unit: 'per-cent',
  better: 'higher',
  measure: 'share',
  counted: 'children',
  by: OF_ACTIONS,
  reads: ['actions'],
  additive: false,
  besides: 23,
  cases: (facts, period) =>
    completedIn(facts, period).map(({ action, terms, on }) =>
      actionCase(action, terms, on, { counts: on <= action.firstDueOn }),
    ),
};
