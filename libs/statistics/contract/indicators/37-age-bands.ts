import type { CalendarDate } from '#platform/kernel';
import { heldMeetings } from '../held-meetings.js';
import { BY_TIME_AND_UNIT, type Indicator } from '../indicator.js';
import { WITHOUT_PROTOCOL } from '../left-out-meetings.js';

export const indicator: Indicator = {
  id: 37,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'early-intervention',
  name: { nb: 'Aldersfordeling', nn: 'Aldersfordeling', en: 'Ages' },
  explanation: {
    nb: 'Hvordan de anonyme sakene i møtene fordeler seg på aldersgrupper. Et barn som er tatt opp i flere møter, telles i hvert av dem.',
    nn: 'Korleis dei anonyme sakene i møta fordeler seg på aldersgrupper. Eit barn som er teke opp i fleire møte, tel i kvart av dei.',
    en: 'How the anonymous matters of the meetings are distributed over age bands. A child raised in several meetings counts in each.',
  },
  numerator: {
    nb: 'anonyme saker i aldersgruppen',
    nn: 'anonyme saker i aldersgruppa',
    en: 'anonymous matters of the age band',
  },
  denominator: {
    nb: 'anonyme saker i leverte protokoller',
    nn: 'anonyme saker i leverte protokollar',
    en: 'anonymous matters in filed protocols',
  },
  exclusions: {
    nb: 'Systemsaker har ingen alder og er ikke med.',
    nn: 'Systemsaker har ingen alder og er ikkje med.',
    en: 'System matters have no age and are left out.',
  },
  leftOut: [WITHOUT_PROTOCOL],
  unit: 'per-cent',
  better: null,
  measure: 'distribution',
  counted: 'children',
  by: [...BY_TIME_AND_UNIT, 'age-band'],
  reads: ['meetings'],
  additive: false,
  cases: (facts, period) =>
    heldMeetings(facts, period).flatMap(({ meetingId, on, unitIds, protocol }) =>
      Object.values(protocol?.ageBands ?? {}).map((ageBand) => ({
        subject: { kind: 'protocol' as const, id: meetingId },
        on,
        unitIds,
        ageBand,
        children: 1,
        counts: true,
      })),
    ),
};
