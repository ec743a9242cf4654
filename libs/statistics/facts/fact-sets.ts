import type { EntityManager } from 'typeorm';
import { isPublicHoliday } from '#platform/holidays';
import type { CalendarDate } from '#platform/kernel';
import {
  KnownFacts,
  type Anchor,
  type FactSet,
  type FactSets,
  type Indicator,
  type Period,
} from '../contract/index.js';
import { FACT_TABLES, type FactTable } from './fact-tables.js';
import { rememberedFacts } from './remembered-facts.js';
import type { Days } from './remembered-table.js';
import { readSeenTables } from './seen-tables.js';

/** Days of the meetings, the actions and the alerts that figures need; undefined where they need none. */
export type Spans = { readonly [Set in FactSet]: Days | undefined };

/** The days whose meetings, actions and alerts the indicators need. */
export function spansOf(indicators: readonly Indicator[], period: Period, today: CalendarDate): Spans {
  const those = (set: FactSet) => indicators.filter(({ reads }) => reads.includes(set));
  return {
    meetings: hullOf(those('meetings').flatMap((it) => [period, it.meetingsOf?.(period, today) ?? []].flat())),
    actions: hullOf(those('actions').map(() => period)),
    alerts: hullOf(those('alerts').map(() => period)),
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

/** Facts that a question is about. */
export interface Question {
  readonly tenant: string;
  readonly spans: Spans;
  /** The day until which meetings, actions and alerts count. */
  readonly today: CalendarDate;
  /** Left out: what is known now, since the clock of this process may be behind the log's. */
  readonly asOf?: Date | undefined;
  /** Services and people too, which no figure is made of, but which say whether it may be shown. */
  readonly more?: boolean;
  /** The moment whose last event is asked for; left out: none is. */
  readonly anchorBy?: Date;
}

export interface KnownAt {
  readonly facts: KnownFacts;
  /** Null where nothing was known yet. */
  readonly anchor: Anchor | null;
}

/**
 * Reads the facts about a municipality that were known at a moment. The tables are read as the transaction sees them,
 * and the rows that this process has read before are taken from its memory (ADR 0320).
 */
export async function knownFacts(tables: EntityManager, question: Question): Promise<KnownAt> {
  const { tenant, spans, today, asOf, more = false, anchorBy } = question;
  const { municipality, units, services, people, meetings, actions, alerts } = FACT_TABLES;
  const remembered = rememberedFacts(tables);
  const read: readonly FactTable[] = [
    ...[municipality, units],
    ...(more ? [services, people] : []),
    ...(spans.meetings ? [meetings] : []),
    ...(spans.actions ? [actions] : []),
    ...(spans.alerts ? [alerts] : []),
  ];
  const { seen, anchor } = await readSeenTables(tables, tenant, read, anchorBy);
  const key = [tenant, today, asOf?.getTime(), JSON.stringify(spans)];
  for (const [name, { table, position }] of seen) key.push(name, table, String(position));
  const facts = await remembered.once(key.join(' '), async () => {
    let isExact = true;
    const rows = async <Fact extends object>(table: FactTable<Fact>, days?: Days) => {
      const known = await remembered.rows(tables, tenant, table, seen, days);
      isExact &&= known.position === seen.get(table.name)!.position;
      return known.rows;
    };
    const moment = asOf?.getTime();
    const at = async <Fact extends object>(table: FactTable<Fact>, days?: Days): Promise<Fact[]> => {
      const facts: Fact[] = [];
      for (const row of await rows(table, days)) {
        const fact = row.at(moment);
        if (fact) facts.push(fact);
      }
      return facts;
    };
    const [own] = await rows(municipality);
    const sets: FactSets = {
      // Facts that a merger took over are older than the municipality that it formed.
      municipality: own?.at(moment) ?? own?.first(),
      units: await at(units),
      services: more ? await at(services) : undefined,
      people: more ? await at(people) : undefined,
      meetings: spans.meetings && (await at(meetings, spans.meetings)),
      actions: spans.actions && (await at(actions, spans.actions)),
      alerts: spans.alerts && (await at(alerts, spans.alerts)),
    };
    return { made: new KnownFacts(today, sets, isPublicHoliday), isExact };
  });
  return { facts, anchor };
}
