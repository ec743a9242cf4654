import type { CalendarDate } from '#platform/kernel';
import { heldMeetings } from '../held-meetings.js';
import { BY_TIME_AND_UNIT, type Indicator } from '../indicator.js';

export const indicator: Indicator = {
  id: 8,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: { nb: 'Median dager til levert', nn: 'Median dagar til levert', en: 'Median days to filing' },
  explanation: {
    nb: 'Midterste antall virkedager fra møtet til protokollen ble levert første gang.',
    nn: 'Midtarste talet på virkedagar frå møtet til protokollen blei levert første gong.',
    en: 'The middle number of working days from the meeting to the first filing of its protocol.',
  },
  numerator: {
    nb: 'møter med levert protokoll',
    nn: 'møte med levert protokoll',
    en: 'meetings with a filed protocol',
  },
  denominator: {
    nb: 'møter med levert protokoll',
    nn: 'møte med levert protokoll',
    en: 'meetings with a filed protocol',
  },
  exclusions: {
    nb: 'Møter uten levert protokoll er ikke med i medianen. Antallet vises ved siden av.',
    nn: 'Møte utan levert protokoll er ikkje med i medianen. Talet på dei står ved sida av.',
    en: 'Meetings without a filed protocol are not in the median. Their number is shown beside it.',
  },
  unit: 'working-days',
  better: 'lower',
  measure: 'median',
  counted: 'organisation',
  by: BY_TIME_AND_UNIT,
  reads: ['meetings'],
  additive: false,
  asides: [
    {
      key: 'unfiled',
      name: {
        nb: 'holdte møter uten levert protokoll',
        nn: 'haldne møte utan levert protokoll',
        en: 'held meetings without a filed protocol',
      },
      isOutside: true,
      of: 'cases',
    },
  ],
  cases: (facts, period) =>
    heldMeetings(facts, period).map(({ meetingId, on, unitIds, protocol }) => ({
      subject: { kind: 'meeting', id: meetingId },
      on,
      unitIds,
      counts: protocol !== null,
      ...(protocol ? { amount: facts.workingDaysBetween(on, protocol.filedOn, unitIds) } : { asides: ['unfiled'] }),
    })),
};
