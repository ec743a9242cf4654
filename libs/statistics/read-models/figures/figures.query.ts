import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { may, scopeOf, type Asker } from '#platform/identity';
import { addDays, instantAt, refuse, schoolYearOf, type CalendarDate, type TimeOfDay } from '#platform/kernel';
import {
  dividedFigure,
  INDICATORS,
  indicatorWith,
  isTime,
  MISSING_INDICATORS,
  periodOf,
  schoolYearPeriod,
  wholeFigure,
  type Breakdown,
  type CaseFilter,
  type Indicator,
  type KnownFacts,
} from '../../contract/index.js';
import { FactsReader, type KnownAt } from '../../facts/facts-reader.js';
import type { FigureFilters } from './figures.dto.js';
import { improvementOfParts } from './improvement-of-parts.js';

/** Every indicator with its definition, and those that cannot be computed with the reason. */
export class ReadCatalogue extends Query<object> {}

@QueryHandler(ReadCatalogue)
export class ReadCatalogueHandler implements IQueryHandler<ReadCatalogue> {
  execute() {
    const indicators = INDICATORS.map(({ cases: _, exclusions = null, besides = null, ...definition }) => ({
      ...definition,
      exclusions,
      besides,
    }));
    return Promise.resolve({ indicators, missing: MISSING_INDICATORS });
  }
}

/** Figures of a period, whole and divided, as they were known at a moment. */
export class ReadFigures extends Query<object> {
  constructor(
    readonly indicators: readonly number[],
    readonly filters: FigureFilters,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadFigures)
export class ReadFiguresHandler implements IQueryHandler<ReadFigures> {
  constructor(private readonly reader: FactsReader) {}

  async execute({ indicators: ids, filters, asker }: ReadFigures) {
    const asked = askedFor(filters, asker);
    if (!asked) return refuse('NOT_FOUND');
    const indicators: Indicator[] = [];
    for (const id of ids) {
      const indicator = indicatorWith(id);
      if (!indicator) return refuse('INDICATOR_UNKNOWN', String(id));
      if (filters.by !== undefined && !indicator.by.includes(filters.by))
        return refuse('BREAKDOWN_NOT_ALLOWED', indicator.by.join(', '));
      indicators.push(indicator);
    }
    const known = await this.reader.at(asker.tenant, asked.period, asked.asOf);
    const { facts } = known;
    const { by } = filters;
    const within = narrowed(asked.filter, filters, facts);
    const figures = indicators.map((indicator) => {
      const { figure, cases } = wholeFigure(indicator, facts, asked.period, within);
      const parts = by && dividedFigure(indicator, facts, asked.period, by, within);
      return {
        indicator: indicator.id,
        version: indicator.version,
        additive: indicator.additive,
        subject: cases[0]?.subject.kind ?? null,
        whole: figure,
        parts:
          parts?.map((part) => ({ key: part.key, name: nameOf(facts, by!, part.key), figure: part.figure })) ?? null,
        improvement: parts && isTime(by) ? improvementOfParts(indicator, facts, parts) : null,
      };
    });
    return { ...answeredFor(asked, known), figures };
  }
}

/** The cases that a figure is made of. */
export class ExplainFigure extends Query<object> {
  constructor(
    readonly indicator: number,
    readonly filters: FigureFilters & { readonly page: number; readonly size: number },
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ExplainFigure)
export class ExplainFigureHandler implements IQueryHandler<ExplainFigure> {
  constructor(private readonly reader: FactsReader) {}

  async execute({ indicator: id, filters, asker }: ExplainFigure) {
    const asked = askedFor(filters, asker);
    if (!asked) return refuse('NOT_FOUND');
    const indicator = indicatorWith(id);
    if (!indicator) return refuse('INDICATOR_UNKNOWN', String(id));
    const known = await this.reader.at(asker.tenant, asked.period, asked.asOf);
    const within = narrowed(asked.filter, filters, known.facts);
    const { figure, cases } = wholeFigure(indicator, known.facts, asked.period, within);
    const { page, size } = filters;
    const items = cases
      .toSorted((a, b) => Number(a.counts) - Number(b.counts) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
      .slice((page - 1) * size, page * size)
      .map(({ subject: { kind, id: of }, on, unitIds, counts, amount = null }) => ({
        kind,
        id: of,
        on,
        unitIds,
        counts,
        amount,
      }));
    return {
      ...answeredFor(asked, known),
      indicator: id,
      version: indicator.version,
      whole: figure,
      items,
      total: cases.length,
      page,
      size,
    };
  }
}

interface Asked {
  readonly period: NonNullable<ReturnType<typeof periodOf>>;
  readonly filter: CaseFilter;
  readonly asOf: Date | undefined;
}

/** The question within the asker's reach; undefined for a unit beyond it. */
function askedFor({ period, unit, service, asOf }: FigureFilters, asker: Asker): Asked | undefined {
  if (unit !== undefined && !may(asker, 'statistics.read', { unitIds: [unit] })) return undefined;
  const scope = scopeOf(asker, 'statistics.read');
  const unitIds = unit !== undefined ? [unit] : scope.all ? undefined : scope.unitIds;
  return {
    period: period === undefined ? schoolYearPeriod(schoolYearOf(asker.today)) : periodOf(period)!,
    filter: { ...(unitIds && { unitIds }), ...(service !== undefined && { serviceIds: [service] }) },
    asOf: asOf === undefined ? undefined : momentOf(asOf),
  };
}

/** A day stands for its last millisecond in Norway. */
const momentOf = (asOf: string): Date =>
  asOf.includes('T')
    ? new Date(asOf)
    : new Date(instantAt(addDays(asOf as CalendarDate, 1), '00:00' as TimeOfDay).getTime() - 1);

/** Only units of the kind and in the area, as they were known. */
function narrowed(filter: CaseFilter, { kind, area }: FigureFilters, { units }: KnownFacts): CaseFilter {
  if (kind === undefined && area === undefined) return filter;
  const within = units.filter(
    (unit) =>
      (kind === undefined || unit.kind === kind) &&
      (area === undefined || unit.area === area) &&
      (filter.unitIds?.includes(unit.unitId) ?? true),
  );
  return { ...filter, unitIds: within.map(({ unitId }) => unitId) };
}

const answeredFor = ({ period: { key, from, to }, asOf }: Asked, { facts, anchor }: KnownAt) => ({
  period: { key, from, to },
  today: facts.today,
  asOf: asOf?.toISOString() ?? null,
  anchor: anchor && { eventId: anchor.eventId, recordedAt: anchor.recordedAt.toISOString() },
});

/** The name of a unit or a service; codes and periods are named by the pages. */
function nameOf(facts: KnownFacts, by: Breakdown, key: string): string | null {
  if (by === 'unit') return facts.unit(key)?.name ?? null;
  if (by === 'service') return facts.services.find(({ serviceId }) => serviceId === key)?.name ?? null;
  return by === 'area' && key !== 'none' ? key : null;
}
