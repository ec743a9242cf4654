import type { CalendarDate } from '#platform/kernel';
import { actionCase } from '../action-case.js';
import { BY_TIME_AND_UNIT, type Indicator } from '../indicator.js';
import { openActions } from '../open-actions.js';

export const indicator: Indicator = {
  id: 30,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: { nb: 'Belastning', nn: 'Belastning', en: 'Load' },
  explanation: {
    nb: 'Antall åpne tiltak per ansvarlig ved slutten av perioden, eller i dag i perioden vi er i. Vises bare for ledere og koordinator.',
    nn: 'Talet på opne tiltak per ansvarleg ved slutten av perioden, eller i dag i perioden vi er i. Blir vist berre for leiarar og koordinator.',
    en: 'Open actions of each responsible person at the end of the period, or today in the current one. Shown to leaders and the coordinator only.',
  },
  numerator: { nb: 'åpne tiltak', nn: 'opne tiltak', en: 'open actions' },
  denominator: {
    nb: 'ansvarlige med åpne tiltak',
    nn: 'ansvarlege med opne tiltak',
    en: 'people responsible for open actions',
  },
  exclusions: {
    nb: 'Tiltak som en retting har fjernet, er ikke med.',
    nn: 'Tiltak som ei retting har fjerna, er ikkje med.',
    en: 'Actions removed by a correction are left out.',
  },
  unit: 'mean',
  better: 'lower',
  measure: 'per-person',
  counted: 'one-employee',
  by: [...BY_TIME_AND_UNIT, 'service', 'person'],
  reads: ['actions'],
  additive: false,
  asides: [
    {
      key: 'over-due',
      name: { nb: 'åpne tiltak over frist', nn: 'opne tiltak over frist', en: 'open actions over due' },
      isOutside: false,
      of: 'cases',
    },
  ],
  roles: ['coordinator', 'unit-leader', 'service-unit-leader'],
  cases: (facts, period) =>
    openActions(facts, period).map(({ action, terms, day, isOverdue }) =>
      actionCase(action, terms, day, { personId: terms.ownerId, asides: isOverdue ? ['over-due'] : [] }),
    ),
};
