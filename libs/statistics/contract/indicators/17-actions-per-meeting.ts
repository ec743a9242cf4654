import type { CalendarDate } from '#platform/kernel';
import { filingDeadline, heldMeetings } from '../held-meetings.js';
import { BY_TIME_AND_UNIT, type Indicator } from '../indicator.js';
import { WAITING_FOR_PROTOCOL } from '../left-out-meetings.js';

export const indicator: Indicator = {
  id: 17,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'actions',
  name: { nb: 'Nye tiltak per møte', nn: 'Nye tiltak per møte', en: 'New actions per meeting' },
  explanation: {
    nb: 'Gjennomsnittlig antall nye tiltak i de holdte møtene. Medianen vises ved siden av.',
    nn: 'Gjennomsnittleg tal på nye tiltak i dei haldne møta. Medianen står ved sida av.',
    en: 'The mean number of new actions of the held meetings. The median is shown beside it.',
  },
  numerator: { nb: 'nye tiltak', nn: 'nye tiltak', en: 'new actions' },
  denominator: { nb: 'holdte møter', nn: 'haldne møte', en: 'held meetings' },
  exclusions: {
    nb: 'Et møte som venter på protokollen, og der fristen ikke er ute, er ikke med. Etter fristen har det ingen tiltak. Tiltak som en retting har fjernet, er ikke med.',
    nn: 'Eit møte som ventar på protokollen, og der fristen ikkje er ute, er ikkje med. Etter fristen har det ingen tiltak. Tiltak som ei retting har fjerna, er ikkje med.',
    en: 'A meeting that waits for its protocol within the deadline is left out; after the deadline it has no actions. Actions removed by a correction are left out.',
  },
  leftOut: [WAITING_FOR_PROTOCOL],
  unit: 'mean',
  better: null,
  measure: 'mean',
  counted: 'children',
  by: BY_TIME_AND_UNIT,
  reads: ['meetings'],
  additive: false,
  cases: (facts, period) =>
    heldMeetings(facts, period)
      .filter((meeting) => meeting.protocol !== null || filingDeadline(facts, meeting) < facts.today)
      .map(({ meetingId, on, unitIds, protocol }) => {
        const last = protocol?.versions.at(-1);
        const [individual, other] = [last?.individual.all ?? 0, last?.other.all ?? 0];
        return {
          subject: { kind: 'meeting', id: meetingId },
          on,
          unitIds,
          children: individual,
          counts: true,
          amount: individual + other,
        };
      }),
};
