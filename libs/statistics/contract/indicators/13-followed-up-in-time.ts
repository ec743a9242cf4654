import type { CalendarDate } from '#platform/kernel';
import { actionCase, termsOn } from '../action-case.js';
import { inMonthsOf } from '../by-month.js';
import type { ActionFact } from '../facts.js';
import { daysMet } from '../held-meetings.js';
import { BY_TIME_AND_UNIT, type Indicator } from '../indicator.js';
import type { KnownFacts } from '../known-facts.js';
import { FOLLOW_UPS_TO_COME } from '../left-out-actions.js';

export const indicator: Indicator = {
  id: 13,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: { nb: 'Oppfølging i tide', nn: 'Oppfølging i tide', en: 'Followed up in time' },
  explanation: {
    nb: 'Andelen av oppfølgingsdatoene som er passert, der tiltaket ble fulgt opp senest den dagen, eller i enhetens første møte fra og med den dagen.',
    nn: 'Delen av oppfølgingsdatoane som er passerte, der tiltaket blei følgt opp seinast den dagen, eller i det første møtet eininga har frå og med den dagen.',
    en: 'The share of the follow-up dates that have passed where the action was followed up by that day, or at the unit’s first meeting from that day on.',
  },
  numerator: { nb: 'oppfølginger i tide', nn: 'oppfølgingar i tide', en: 'follow-ups in time' },
  denominator: {
    nb: 'oppfølgingsdatoer som er passert',
    nn: 'oppfølgingsdatoar som er passerte',
    en: 'follow-up dates that have passed',
  },
  exclusions: {
    nb: 'En oppfølging som venter, og der datoen ikke er passert, er ikke med. Et tiltak som ble avsluttet før datoen, er fulgt opp.',
    nn: 'Ei oppfølging som ventar, og der datoen ikkje er passert, er ikkje med. Eit tiltak som blei avslutta før datoen, er følgt opp.',
    en: 'A follow-up whose date has not passed is left out. An action that ended before the date was followed up.',
  },
  leftOut: [FOLLOW_UPS_TO_COME],
  unit: 'per-cent',
  better: 'higher',
  measure: 'share',
  // Each action has at least one follow-up: few follow-ups would tell that there are few actions.
  counted: 'children',
  by: [...BY_TIME_AND_UNIT, 'service'],
  reads: ['actions', 'meetings'],
  additive: false,
  besides: 23,
  besidesAside: 'twice',
  // The meeting at which it may still be done in time is often in a later period.
  meetingsOf: ({ from }, today) => ({ from, to: today }),
  cases: (facts, period) =>
    inMonthsOf(facts, period, 'passed follow-ups', () => passedFollowUps(facts)).map(({ action, on, doneOn }) =>
      actionCase(action, termsOn(action, on), on, {
        counts: doneOn !== null && (doneOn <= on || doneOn === firstMeetingFrom(facts, action, on)),
      }),
    ),
};

/** Follow-ups whose day has passed. */
function* passedFollowUps(facts: KnownFacts) {
  for (const action of facts.actions)
    for (const { dueOn, doneOn } of action.followUps) if (dueOn < facts.today) yield { action, on: dueOn, doneOn };
}

/** The day of the first held meeting of one of its units on the day or later. */
const firstMeetingFrom = (
  facts: KnownFacts,
  { unitIds }: Pick<ActionFact, 'unitIds'>,
  day: CalendarDate,
): CalendarDate | undefined =>
  unitIds
    .flatMap((unitId) => daysMet(facts, facts.unit(unitId) ?? { unitId, hosts: [] }).find((met) => met >= day) ?? [])
    .toSorted()[0];
