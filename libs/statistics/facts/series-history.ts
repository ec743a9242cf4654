import { Injectable } from '@nestjs/common';
import { addDays, addMonths, firstDayOf, monthOf, schoolYearOf, type CalendarDate, type Month } from '#platform/kernel';
import {
  dividedFigure,
  periodOf,
  type CaseFilter,
  type Indicator,
  type KnownFacts,
  type Period,
  type PeriodKind,
} from '../contract/index.js';
import {
  BASELINE,
  NOTHING_EARLIER,
  pointsOfParts,
  type EarlierPoints,
  type SeriesPoint,
} from '../domain/improvement/index.js';
import type { KnownAt } from './fact-sets.js';
import { FactsReader } from './facts-reader.js';

/** A figure divided by time. */
export interface SeriesQuestion {
  readonly tenant: string;
  readonly period: Period;
  readonly by: PeriodKind;
  readonly filter: CaseFilter;
  readonly asOf: Date | undefined;
}

const MONTHS_OF: Readonly<Record<PeriodKind, number>> = { month: 1, 'half-year': 6, 'school-year': 12 };
/** Parts that are read at once in search of the first twelve points: two school years of months. */
const PARTS_AT_ONCE = 24;
/** Parts before those of the question: seven in a row make a signal, and July is no point. */
const LEADING_PARTS = 8;
/** Series whose earlier points are remembered. */
const REMEMBERED = 2000;

type Earlier = ReadonlyMap<number, EarlierPoints>;

/**
 * Reads the points of a series before those of a question: limits are those of its first twelve points since the units
 * began, whichever years are asked for (ADR 0308). They are remembered until the municipality records something new.
 */
@Injectable()
export class SeriesHistory {
  private readonly remembered = new Map<string, EarlierPoints>();

  constructor(private readonly reader: FactsReader) {}

  /** By the number of the indicator. `known`: what the question's own figures are made of. */
  async before(
    question: SeriesQuestion,
    { facts, anchor }: KnownAt,
    indicators: readonly Indicator[],
  ): Promise<Earlier> {
    const { tenant, period, by, filter, asOf } = question;
    const began = beginningOf(facts, filter);
    if (began === undefined || began >= period.from) return new Map();
    const about = [
      tenant,
      anchor?.eventId,
      asOf?.getTime() ?? 'now',
      facts.today,
      period.from,
      by,
      JSON.stringify(filter),
    ];
    const keyOf = ({ id }: Indicator) => [...about, id].join(' ');
    const unknown = indicators.filter((indicator) => !this.remembered.has(keyOf(indicator)));
    if (unknown.length > 0) {
      const [first, leading] = await Promise.all([
        this.first(question, began, unknown),
        this.pointsIn(question, leadingSpan(question, began), unknown),
      ]);
      for (const indicator of unknown) {
        const { id } = indicator;
        this.remember(keyOf(indicator), { first: first.get(id) ?? [], leading: leading.get(id) ?? [] });
      }
    }
    return new Map(indicators.map((it) => [it.id, this.remembered.get(keyOf(it)) ?? NOTHING_EARLIER]));
  }

  /** The first finished points before the question, at most twelve: some years at a time until each indicator has them. */
  private async first(question: SeriesQuestion, began: CalendarDate, indicators: readonly Indicator[]) {
    const found = new Map<number, readonly SeriesPoint[]>();
    const months = PARTS_AT_ONCE * MONTHS_OF[question.by];
    let from = monthOf(began);
    let missing = indicators;
    while (missing.length > 0 && firstDayOf(from) < question.period.from) {
      const next = addMonths(from, months);
      const points = await this.pointsIn(question, spanBefore(question, from, next), missing);
      for (const { id } of missing)
        found.set(id, [...(found.get(id) ?? []), ...(points.get(id) ?? [])].slice(0, BASELINE));
      missing = missing.filter(({ id }) => found.get(id)!.length < BASELINE);
      from = next;
    }
    return found;
  }

  /** The finished points of a span, by indicator. */
  private async pointsIn(
    { tenant, period, by, filter, asOf }: SeriesQuestion,
    span: Period,
    indicators: readonly Indicator[],
  ): Promise<ReadonlyMap<number, readonly SeriesPoint[]>> {
    const { facts } = await this.reader.at(tenant, span, asOf, indicators);
    return new Map(
      indicators.map((indicator) => {
        // A half-year in which the question's period begins is one of its own points.
        const parts = dividedFigure(indicator, facts, span, by, filter).filter(
          ({ key }) => periodOf(key)!.to < period.from,
        );
        return [indicator.id, pointsOfParts(facts, parts, filter).filter(({ isFinished }) => isFinished)];
      }),
    );
  }

  private remember(key: string, points: EarlierPoints): void {
    this.remembered.set(key, points);
    for (const oldest of this.remembered.keys()) {
      if (this.remembered.size <= REMEMBERED) return;
      this.remembered.delete(oldest);
    }
  }
}

/** The first day of the school year in which the first of the units was registered; undefined where there is none. */
function beginningOf({ units }: KnownFacts, { unitIds }: CaseFilter): CalendarDate | undefined {
  const days = units
    .filter(({ unitId }) => unitIds?.includes(unitId) ?? true)
    .flatMap(({ obligations }) => obligations.map(({ from }) => from));
  const first = days.toSorted()[0];
  return first && firstDayOf(`${schoolYearOf(first)}-08` as Month);
}

/** Whole months until another one, at most until the question's period. */
function spanBefore({ period }: SeriesQuestion, from: Month, until: Month): Period {
  const end = [firstDayOf(until), period.from].toSorted()[0]!;
  return { key: from, kind: 'school-years', from: firstDayOf(from), to: addDays(end, -1) };
}

function leadingSpan(question: SeriesQuestion, began: CalendarDate): Period {
  const until = monthOf(question.period.from);
  const from = addMonths(until, -LEADING_PARTS * MONTHS_OF[question.by]);
  return spanBefore(question, [from, monthOf(began)].toSorted().at(-1)!, until);
}
