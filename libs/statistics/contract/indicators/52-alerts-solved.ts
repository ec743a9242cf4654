import type { CalendarDate } from '#platform/kernel';
import { inMonthsOf } from '../by-month.js';
import type { AlertFact } from '../facts.js';
import { BY_TIME_AND_UNIT, type Case, type Indicator } from '../indicator.js';
import type { KnownFacts } from '../known-facts.js';

export const indicator: Indicator = {
  id: 52,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'system',
  name: { nb: 'Varsler sendt og løst', nn: 'Varsel sende og løyste', en: 'Alerts sent and solved' },
  explanation: {
    nb: 'Midterste antall virkedager fra et varsel ble sendt første gang, til saken var løst, for varsler som ble sendt i perioden.',
    nn: 'Midtarste talet på virkedagar frå eit varsel blei sendt første gong, til saka var løyst, for varsel som blei sende i perioden.',
    en: 'The middle number of working days from the first sending of an alert until the matter was solved, of the alerts sent in the period.',
  },
  numerator: { nb: 'løste varsler', nn: 'løyste varsel', en: 'solved alerts' },
  denominator: { nb: 'løste varsler', nn: 'løyste varsel', en: 'solved alerts' },
  exclusions: {
    nb: 'Varsler som ikke er løst, er ikke med i medianen. Antallet vises ved siden av. En påminnelse før fristen er ikke et varsel. Får et tiltak uten ansvarlig tilbake den samme personen, regnes varselet ikke som løst.',
    nn: 'Varsel som ikkje er løyste, er ikkje med i medianen. Talet på dei står ved sida av. Ei påminning før fristen er ikkje eit varsel. Får eit tiltak utan ansvarleg tilbake den same personen, blir varselet ikkje rekna som løyst.',
    en: 'Alerts that are not solved are not in the median. Their number is shown beside it. A reminder before the deadline is no alert. When an action without a responsible person gets the same person back, its alert does not count as solved.',
  },
  unit: 'working-days',
  better: 'lower',
  measure: 'median',
  // Most are about actions: how many there were tells how many actions were over due at any time. So it is for those
  // who
  // may see every case (ADR 0332).
  counted: 'children',
  roles: ['coordinator', 'unit-leader'],
  by: BY_TIME_AND_UNIT,
  reads: ['alerts'],
  additive: false,
  asides: [
    {
      key: 'unsolved',
      name: { nb: 'varsler som ikke er løst', nn: 'varsel som ikkje er løyste', en: 'alerts that are not solved' },
      isOutside: true,
      of: 'cases',
    },
    {
      key: 'alert',
      name: {
        nb: 'løst etter at enhetslederen ble varslet',
        nn: 'løyste etter at einingsleiaren blei varsla',
        en: 'solved after the unit’s leader was told',
      },
      isOutside: false,
      of: 'cases',
    },
    {
      key: 'coordinator',
      name: {
        nb: 'løst etter at koordinatoren eller virksomhetslederen ble varslet',
        nn: 'løyste etter at koordinatoren eller verksemdsleiaren blei varsla',
        en: 'solved after the coordinator or the leader of services was told',
      },
      isOutside: false,
      of: 'cases',
    },
    {
      key: 'moved',
      name: { nb: 'løst med en ny dato', nn: 'løyste med ein ny dato', en: 'solved by a new date' },
      isOutside: false,
      of: 'cases',
    },
  ],
  cases: (facts, period) => inMonthsOf(facts, period, 'alerts', () => toldAlerts(facts)),
};

function* toldAlerts(facts: KnownFacts): Generator<Case> {
  for (const alert of facts.alerts)
    for (const { toldOn: on, level, solved } of alert.rounds) {
      const { unitIds } = alert;
      const about = { subject: subjectOf(alert), on, unitIds };
      if (solved === null || solved.on > facts.today) yield { ...about, counts: false, asides: ['unsolved'] };
      else
        yield {
          ...about,
          counts: true,
          amount: facts.workingDaysBetween(on, solved.on, unitIds),
          asides: [...(level === 'reminder' ? [] : [level]), ...(solved.how === 'moved' ? ['moved'] : [])],
        };
    }
}

/** The subject of an alert, which its case opens. */
function subjectOf({ kind, subjectId, unitIds }: AlertFact): Case['subject'] {
  switch (kind) {
    case 'overdue':
    case 'follow-up-missed':
    case 'handover-waiting':
    case 'orphan':
    case 'more-time-asked':
      return { kind: 'action', id: subjectId };
    case 'protocol-late':
    case 'meeting-unconfirmed':
      return { kind: 'meeting', id: subjectId };
    case 'month-missing':
    case 'month-unplanned':
      return { kind: 'unit-month', id: subjectId };
    case 'service-absent':
      return { kind: 'unit', id: unitIds[0]! };
  }
}
