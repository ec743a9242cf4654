import type { CalendarDate } from '#platform/kernel';
import { dueProtocols } from '../held-meetings.js';
import { BY_TIME_AND_UNIT, type Indicator } from '../indicator.js';
import { LOST_PROTOCOLS, NOT_YET_DUE } from '../left-out-meetings.js';

export const indicator: Indicator = {
  id: 9,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: { nb: 'Manglende protokoller', nn: 'Manglande protokollar', en: 'Missing protocols' },
  explanation: {
    nb: 'Antall holdte møter der fristen for protokollen er ute, og protokollen ikke er levert.',
    nn: 'Talet på haldne møte der fristen for protokollen er ute, og protokollen ikkje er levert.',
    en: 'The number of held meetings whose deadline for the protocol has passed without it being filed.',
  },
  numerator: {
    nb: 'møter uten protokoll etter fristen',
    nn: 'møte utan protokoll etter fristen',
    en: 'meetings without a protocol after the deadline',
  },
  denominator: {
    nb: 'holdte møter der fristen er ute',
    nn: 'haldne møte der fristen er ute',
    en: 'held meetings whose deadline has passed',
  },
  exclusions: {
    nb: 'En protokoll som er meldt tapt, ventes ikke lenger og er ikke med.',
    nn: 'Ein protokoll som er meld tapt, er ikkje lenger venta og er ikkje med.',
    en: 'A protocol that was declared lost is no longer expected and is left out.',
  },
  leftOut: [NOT_YET_DUE, LOST_PROTOCOLS],
  unit: 'number',
  better: 'lower',
  measure: 'number',
  counted: 'organisation',
  by: BY_TIME_AND_UNIT,
  reads: ['meetings'],
  additive: false,
  cases: (facts, period) =>
    dueProtocols(facts, period)
      .filter(({ meeting: { state } }) => state !== 'lost')
      .map(({ meeting: { meetingId, on, unitIds, protocol } }) => ({
        subject: { kind: 'meeting', id: meetingId },
        on,
        unitIds,
        counts: protocol === null,
      })),
};
