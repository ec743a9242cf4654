import type { CalendarDate } from '#platform/kernel';
import type { ActionCount, MeetingFact } from '../facts.js';
import { heldMeetings } from '../held-meetings.js';
import { BY_TIME_AND_UNIT, type Case, type Indicator } from '../indicator.js';
import { WITHOUT_PROTOCOL } from '../left-out-meetings.js';

export const indicator: Indicator = {
  id: 10,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'compliance',
  name: { nb: 'Komplette tiltak', nn: 'Komplette tiltak', en: 'Complete actions' },
  explanation: {
    nb: 'Andelen av tiltakene i leverte protokoller som har ansvarlig, frist og oppfølgingsdato. Hver versjon av en protokoll telles. Nye protokoller kan ikke leveres uten, men importert historikk kan mangle noe.',
    nn: 'Delen av tiltaka i leverte protokollar som har ansvarleg, frist og oppfølgingsdato. Kvar versjon av ein protokoll tel. Nye protokollar kan ikkje leverast utan, men importert historikk kan mangle noko.',
    en: 'The share of the actions in filed protocols with a responsible person, a due date and a follow-up date. Each version of a protocol counts. New protocols cannot be filed without them, but imported history may lack some.',
  },
  numerator: {
    nb: 'tiltak med ansvarlig, frist og oppfølgingsdato',
    nn: 'tiltak med ansvarleg, frist og oppfølgingsdato',
    en: 'actions with a responsible person, a due date and a follow-up date',
  },
  denominator: {
    nb: 'tiltak i alle versjoner av leverte protokoller',
    nn: 'tiltak i alle versjonar av leverte protokollar',
    en: 'actions in all versions of filed protocols',
  },
  leftOut: [WITHOUT_PROTOCOL],
  unit: 'per-cent',
  better: 'higher',
  measure: 'share',
  counted: 'children',
  by: BY_TIME_AND_UNIT,
  reads: ['meetings'],
  additive: false,
  cases: (facts, period) =>
    heldMeetings(facts, period).flatMap((meeting) =>
      (meeting.protocol?.versions ?? []).flatMap(({ individual, other }) => [
        ...actionsIn(meeting, individual, 1),
        ...actionsIn(meeting, other, 0),
      ]),
    ),
};

/** One case for each action; which one it is does not matter, since its protocol is opened. */
const actionsIn = ({ meetingId, on, unitIds }: MeetingFact, { all, complete }: ActionCount, children: 0 | 1): Case[] =>
  Array.from({ length: all }, (_, i) => ({
    subject: { kind: 'protocol', id: meetingId },
    on,
    unitIds,
    children,
    counts: i < complete,
  }));
