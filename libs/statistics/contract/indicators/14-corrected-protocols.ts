import type { CalendarDate } from '#platform/kernel';
import { heldMeetings } from '../held-meetings.js';
import { BY_TIME_AND_UNIT, type Indicator } from '../indicator.js';
import { WITHOUT_PROTOCOL } from '../left-out-meetings.js';

export const indicator: Indicator = {
  id: 14,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: { nb: 'Rettede protokoller', nn: 'Retta protokollar', en: 'Corrected protocols' },
  explanation: {
    nb: 'Andelen av de leverte protokollene som er rettet minst én gang.',
    nn: 'Delen av dei leverte protokollane som er retta minst éin gong.',
    en: 'The share of the filed protocols that were corrected at least once.',
  },
  numerator: { nb: 'protokoller som er rettet', nn: 'protokollar som er retta', en: 'corrected protocols' },
  denominator: { nb: 'leverte protokoller', nn: 'leverte protokollar', en: 'filed protocols' },
  exclusions: {
    nb: 'En protokoll hører til dagen møtet ble holdt.',
    nn: 'Ein protokoll høyrer til dagen møtet blei halde.',
    en: 'A protocol belongs to the day of its meeting.',
  },
  leftOut: [WITHOUT_PROTOCOL],
  unit: 'per-cent',
  better: 'lower',
  measure: 'share',
  counted: 'organisation',
  by: BY_TIME_AND_UNIT,
  reads: ['meetings'],
  additive: false,
  besides: 7,
  cases: (facts, period) =>
    heldMeetings(facts, period).flatMap(({ meetingId, on, unitIds, protocol }) =>
      protocol
        ? [{ subject: { kind: 'protocol' as const, id: meetingId }, on, unitIds, counts: protocol.corrections > 0 }]
        : [],
    ),
};
