import type { CalendarDate } from '#platform/kernel';
import { BY_TIME_AND_UNIT, type Indicator } from '../indicator.js';
import { MEETINGS_TO_COME } from '../left-out-meetings.js';
import { isWithin } from '../period.js';

export const indicator: Indicator = {
  id: 6,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: { nb: 'Utsatte og avlyste møter', nn: 'Utsette og avlyste møte', en: 'Postponed and cancelled meetings' },
  explanation: {
    nb: 'Andelen av de planlagte møtene som ble utsatt eller avlyst.',
    nn: 'Delen av dei planlagde møta som blei utsette eller avlyste.',
    en: 'The share of the planned meetings that were postponed or cancelled.',
  },
  numerator: {
    nb: 'møter som ble utsatt eller avlyst',
    nn: 'møte som blei utsette eller avlyste',
    en: 'meetings that were postponed or cancelled',
  },
  denominator: {
    nb: 'møter som var planlagt til nå',
    nn: 'møte som var planlagde til no',
    en: 'meetings planned until now',
  },
  exclusions: {
    nb: 'Møter som skal holdes senere, er ikke med. Et møte hører til dagen det sist var planlagt, eller ble holdt.',
    nn: 'Møte som skal haldast seinare, er ikkje med. Eit møte høyrer til dagen det sist var planlagt, eller blei halde.',
    en: 'Meetings to be held later are left out. A meeting belongs to the day for which it was last planned, or on which it was held.',
  },
  leftOut: [MEETINGS_TO_COME],
  unit: 'per-cent',
  better: 'lower',
  measure: 'share',
  counted: 'organisation',
  by: BY_TIME_AND_UNIT,
  reads: ['meetings'],
  additive: false,
  asides: [
    {
      key: 'cancelled',
      name: { nb: 'avlyste møter', nn: 'avlyste møte', en: 'cancelled meetings' },
      isOutside: false,
      of: 'cases',
    },
  ],
  cases: (facts, period) =>
    facts.meetings
      .filter(({ on }) => isWithin(period, on) && on <= facts.today)
      .map(({ meetingId, on, unitIds, state, wasPostponed }) => ({
        subject: { kind: 'meeting', id: meetingId },
        on,
        unitIds,
        counts: wasPostponed || state === 'cancelled',
        asides: state === 'cancelled' ? ['cancelled'] : [],
      })),
};
