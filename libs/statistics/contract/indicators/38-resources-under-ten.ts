import type { CalendarDate } from '#platform/kernel';
import { actionCase } from '../action-case.js';
import { UNDER_TEN } from '../age-bands.js';
import { agreedActions } from '../agreed-actions.js';
import type { ActionFact, ActionTerms } from '../facts.js';
import { BY_TIME_AND_UNIT, type Case, type Indicator } from '../indicator.js';
import type { KnownFacts } from '../known-facts.js';

export const indicator: Indicator = {
  id: 38,
  version: 1,
  since: '2026-11-30' as CalendarDate,
  group: 'early-intervention',
  name: { nb: '80/20: ressurser før ti år', nn: '80/20: ressursar før ti år', en: '80/20: resources before ten' },
  explanation: {
    nb: 'Andelen av de ekstra ressursene på tiltak besluttet i perioden som går til barn under 10 år. Regnes i kroner når noe tiltak i perioden har kroner, ellers i timer. Uten alder regnes en barnehage som under 10 år.',
    nn: 'Delen av dei ekstra ressursane på tiltak vedtekne i perioden som går til barn under 10 år. Blir rekna i kroner når noko tiltak i perioden har kroner, elles i timar. Utan alder blir ein barnehage rekna som under 10 år.',
    en: 'The share of the extra resources on actions agreed in the period that goes to children under 10. In kroner when some action of the period has kroner, else in hours. Without an age, a kindergarten counts as under 10.',
  },
  numerator: {
    nb: 'ressurser til barn under 10 år',
    nn: 'ressursar til barn under 10 år',
    en: 'resources for children under 10',
  },
  denominator: {
    nb: 'ressurser der alderen er kjent',
    nn: 'ressursar der alderen er kjend',
    en: 'resources with a known age',
  },
  exclusions: {
    nb: 'Ressurser ved en skole uten kjent alder er ufordelt: de er ikke med i andelen og vises ved siden av. Det samme gjelder tiltak som bare har timer når andre har kroner.',
    nn: 'Ressursar ved ein skule utan kjend alder er ufordelte: dei er ikkje med i delen og står ved sida av. Det same gjeld tiltak som berre har timar når andre har kroner.',
    en: 'Resources at a school without a known age are unallocated: they are not in the share and are shown beside it. The same holds for actions with hours only when others have kroner.',
  },
  unit: 'per-cent',
  better: 'higher',
  measure: 'share-of-amount',
  counted: 'children',
  by: [...BY_TIME_AND_UNIT, 'service', 'category', 'age-band'],
  reads: ['actions', 'meetings'],
  additive: false,
  asides: [
    {
      key: 'unallocated',
      name: { nb: 'ufordelte ressurser', nn: 'ufordelte ressursar', en: 'unallocated resources' },
      isOutside: true,
      of: 'amounts',
    },
    {
      key: 'hours-only',
      name: { nb: 'tiltak som bare har timer', nn: 'tiltak som berre har timar', en: 'actions with hours only' },
      isOutside: true,
      of: 'cases',
    },
  ],
  besides: 38,
  besidesAside: 'unallocated',
  cases: (facts, period) => {
    const agreed = agreedActions(facts, period);
    const measure = agreed.some(({ action }) => amountOf(action, 'nok') > 0) ? 'nok' : 'hours';
    return agreed
      .filter(({ action }) => amountOf(action, 'nok') > 0 || amountOf(action, 'hours') > 0)
      .map(({ action, terms }) => resourceCase(facts, action, terms, amountOf(action, measure)));
  },
};

const amountOf = ({ resources }: Pick<ActionFact, 'resources'>, measure: 'nok' | 'hours'): number =>
  resources?.[measure] ?? 0;

function resourceCase(facts: KnownFacts, action: ActionFact, terms: ActionTerms, amount: number): Case {
  const ageBand = facts.meeting(action.meetingId)?.protocol?.ageBands[action.matterId ?? ''];
  const isKindergarten = action.unitIds.every((unitId) => facts.unit(unitId)?.kind === 'kindergarten');
  const isUnallocated = ageBand === undefined && !isKindergarten;
  return actionCase(action, terms, action.agreedOn, {
    ...(ageBand && { ageBand, children: 1 }),
    counts: ageBand === undefined ? isKindergarten : UNDER_TEN.has(ageBand),
    ...(amount > 0 && { amount }),
    asides: amount === 0 ? ['hours-only'] : isUnallocated ? ['unallocated'] : [],
  });
}
