import type { EntityManager } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { FactSet, FactSets, Indicator, Period } from '../contract/index.js';
import { FACT_TABLES, type FactTable } from './fact-tables.js';
import { rememberedFacts } from './remembered-facts.js';
import type { Days } from './remembered-table.js';

/** Days of the meetings and of the actions that figures need; undefined where they need none. */
export type Spans = { readonly [Set in FactSet]: Days | undefined };

/** The days whose meetings and actions the indicators need. */
export function spansOf(indicators: readonly Indicator[], period: Period, today: CalendarDate): Spans {
  const those = (set: FactSet) => indicators.filter(({ reads }) => reads.includes(set));
  return {
    meetings: hullOf(those('meetings').flatMap((it) => [period, it.meetingsOf?.(period, today) ?? []].flat())),
    actions: hullOf(those('actions').map(() => period)),
  };
}

/** From the first day of the spans to the last; undefined without any. */
function hullOf(spans: readonly Days[]): Days | undefined {
  const from = spans.map((it) => it.from).toSorted()[0];
  const to = spans
    .map((it) => it.to)
    .toSorted()
    .at(-1);
  return from && to && { from, to };
}

/**
 * What was known of a municipality at the moment; without one, what is known now, since the clock of this process may be
 * behind the log's. The tables are read as the transaction sees them, and the rows that this process has read before are
 * taken from its memory (ADR 0320). `more`: services and people too, which no figure is made of, but which say whether it
 * may be shown.
 */
export async function factSets(
  tables: EntityManager,
  tenant: string,
  spans: Spans,
  asOf?: Date,
  more?: 'services and people',
): Promise<FactSets> {
  const remembered = rememberedFacts(tables);
  const { municipality: ofMunicipality, units, services, people, meetings, actions } = FACT_TABLES;
  const seen = await remembered.seenBy(tables, tenant, [
    ...[ofMunicipality, units],
    ...(more ? [services, people] : []),
    ...(spans.meetings ? [meetings] : []),
    ...(spans.actions ? [actions] : []),
  ]);
  const moment = asOf?.getTime();
  const known = async <Fact extends object>(table: FactTable<Fact>, days?: Days): Promise<Fact[]> => {
    const rows = await remembered.rows(tables, tenant, table, seen, days);
    const facts: Fact[] = [];
    for (const row of rows) {
      const fact = row.at(moment);
      if (fact) facts.push(fact);
    }
    return facts;
  };
  const [municipality] = await remembered.rows(tables, tenant, ofMunicipality, seen);
  return {
    // Facts that a merger took over are older than the municipality that it formed.
    municipality: municipality?.at(moment) ?? municipality?.first(),
    units: await known(units),
    services: more && (await known(services)),
    people: more && (await known(people)),
    meetings: spans.meetings && (await known(meetings, spans.meetings)),
    actions: spans.actions && (await known(actions, spans.actions)),
  };
}
