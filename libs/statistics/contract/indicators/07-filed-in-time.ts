import type { CalendarDate } from '#platform/kernel';
import type { Indicator } from '../indicator.js';
import { dueProtocols } from '../held-meetings.js';
import { NOT_YET_DUE } from '../left-out-meetings.js';

export const indicator: Indicator = {
  id: 7,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: { nb: 'Protokoll levert i tide', nn: 'Protokoll levert i tide', en: 'Protocols filed in time' },
  explanation: {
    nb: 'Andelen av møtene der protokollen ble levert innen fristen, blant møtene der fristen er ute.',
    nn: 'Delen av møta der protokollen blei levert innan fristen, blant møta der fristen er ute.',
    en: 'The share of the meetings whose protocol was filed by the deadline, among those whose deadline has passed.',
  },
  numerator: {
    nb: 'møter med protokoll levert innen fristen',
    nn: 'møte med protokoll levert innan fristen',
    en: 'meetings with a protocol filed by the deadline',
  },
  denominator: {
    nb: 'holdte møter der fristen er ute',
    nn: 'haldne møte der fristen er ute',
    en: 'held meetings whose deadline has passed',
  },
  exclusions: {
    nb: 'Møter der fristen ikke er ute, er ikke med. Fristen er den som gjaldt den dagen møtet ble holdt.',
    nn: 'Møte der fristen ikkje er ute, er ikkje med. Fristen er den som galdt den dagen møtet blei halde.',
    en: 'Meetings whose deadline has not passed are left out. The deadline is the one in force on the day of the meeting.',
  },
  leftOut: [NOT_YET_DUE],
  unit: 'per-cent',
  better: 'higher',
  measure: 'share',
  counted: 'organisation',
  by: ['month', 'half-year', 'school-year', 'unit', 'unit-kind', 'area'],
  reads: ['meetings'],
  additive: false,
  besides: 14,
  cases: (facts, period) =>
    dueProtocols(facts, period).map(({ meeting: { meetingId, on, unitIds, protocol }, deadline }) => ({
      subject: { kind: 'meeting', id: meetingId },
      on,
      unitIds,
      counts: protocol !== null && protocol.filedOn <= deadline,
    })),
};
