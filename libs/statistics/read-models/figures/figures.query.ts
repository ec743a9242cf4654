import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Asker } from '#platform/identity';
import { refuse } from '#platform/kernel';
import {
  casesInside,
  INDICATORS,
  indicatorWith,
  isTime,
  leftOutOf,
  MISSING_INDICATORS,
  sharedCases,
  wholeFigure,
  type Breakdown,
  type Indicator,
  type KnownFacts,
  type SubjectKind,
} from '../../contract/index.js';
import { FactsReader } from '../../facts/facts-reader.js';
import {
  improvementOfPoints,
  pointsOfParts,
  type EarlierPoints,
  type Improvement,
} from '../../domain/improvement/index.js';
import {
  INSIDE,
  isAboutChildren,
  rawFigures,
  reasonAgainst,
  withoutSingleEmployees,
  type ShownFigures,
} from '../../domain/shown-figures/index.js';
import { FinalFigures } from '../../facts/final-figures-reader.js';
import { SeriesHistory } from '../../facts/series-history.js';
import { answeredFor, askedFor, mayAskFor, narrowed, type Asked } from './asked-figures.js';
import type { CasesFilter, FigureFilters } from './figures.dto.js';

/** Every indicator that the asker may ask for, and those that cannot be computed with the reason. */
export class ReadCatalogue extends Query<object> {
  constructor(readonly asker: Asker) {
    super();
  }
}

@QueryHandler(ReadCatalogue)
export class ReadCatalogueHandler implements IQueryHandler<ReadCatalogue> {
  execute({ asker }: ReadCatalogue) {
    const open = INDICATORS.filter((indicator) => mayAskFor(indicator, asker));
    const indicators = open.map(
      ({ cases: _, meetingsOf: __, roles: ___, reads: ____, leftOut: _____, ...definition }) => ({
        exclusions: null,
        asides: [],
        besides: null,
        besidesAside: null,
        ...definition,
      }),
    );
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
  constructor(
    private readonly reader: FactsReader,
    private readonly final: FinalFigures,
    private readonly history: SeriesHistory,
  ) {}

  async execute({ indicators: ids, filters, asker }: ReadFigures) {
    const asked = askedFor(filters, asker);
    if (!asked) return refuse('NOT_FOUND');
    const indicators: Indicator[] = [];
    for (const id of ids) {
      const indicator = indicatorWith(id);
      if (!indicator || !mayAskFor(indicator, asker)) return refuse('INDICATOR_UNKNOWN', String(id));
      if (filters.by !== undefined && !indicator.by.includes(filters.by))
        return refuse('BREAKDOWN_NOT_ALLOWED', indicator.by.join(', '));
      indicators.push(indicator);
    }
    const known = await this.reader.at(asker.tenant, asked.period, asked.asOf, indicators);
    const { facts } = known;
    const { by } = filters;
    const within = { ...asked, filter: narrowed(asked.filter, filters, facts) };
    const shown = asked.isRaw ? undefined : await this.protectedOnes(within, filters, asker);
    const judged = indicators.filter((indicator) => asked.isRaw || !isAboutChildren(indicator));
    const earlier =
      by !== undefined && isTime(by)
        ? await this.history.before({ ...within, tenant: asker.tenant, by }, known, judged)
        : undefined;
    const figures = indicators.map((indicator) => {
      const raw = () => answeredRaw(indicator, facts, within, by, earlier?.get(indicator.id));
      const { whole, parts, subject, improvement = null } = shown?.(indicator, facts, raw) ?? raw();
      return {
        indicator: indicator.id,
        version: indicator.version,
        additive: indicator.additive,
        subject,
        whole,
        parts: parts?.map((part) => ({ ...part, name: nameOf(facts, by!, part.key) })) ?? null,
        improvement,
      };
    });
    return { ...answeredFor(asked, known), figures };
  }

  /** The figures as a reader sees them who may not open the cases behind them (ADR 0316). */
  private async protectedOnes(
    asked: Asked,
    { by }: FigureFilters,
    { tenant, today }: Asker,
  ): Promise<(indicator: Indicator, facts: KnownFacts, raw: () => Answered) => Answered> {
    const isFiltered = asked.filter.unitIds !== undefined || asked.filter.serviceIds !== undefined;
    const against = reasonAgainst({ period: asked.period, by, isFiltered }, today);
    const ofChildren = against ? undefined : await this.final.of(tenant, asked.period, by, INSIDE, today);
    return (indicator, facts, rawOf) => {
      if (isAboutChildren(indicator))
        return (
          ofChildren?.get(indicator.id) ?? { whole: { hidden: against ?? 'not-final' }, parts: null, subject: null }
        );
      const raw = rawOf();
      const shown = withoutSingleEmployees(raw, facts, { filter: asked.filter, by });
      if (shown === raw) return raw;
      return { ...shown, subject: 'hidden' in shown.whole ? null : raw.subject };
    };
  }
}

/** The figures as they are, with what a series says. */
function answeredRaw(
  indicator: Indicator,
  facts: KnownFacts,
  { period, filter }: Asked,
  by: Breakdown | undefined,
  earlier: EarlierPoints | undefined,
): Answered {
  const { raw, counted } = rawFigures(indicator, facts, period, by, filter);
  if (by === undefined || !isTime(by)) return raw;
  return { ...raw, improvement: improvementOfPoints(indicator, pointsOfParts(facts, counted.parts, filter), earlier) };
}

/** The cases that a figure is made of. */
export class ExplainFigure extends Query<object> {
  constructor(
    readonly indicator: number,
    readonly filters: FigureFilters & CasesFilter,
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
    if (!asked?.isRaw) return refuse('NOT_FOUND');
    const indicator = indicatorWith(id);
    if (!indicator || !mayAskFor(indicator, asker)) return refuse('INDICATOR_UNKNOWN', String(id));
    const known = await this.reader.at(asker.tenant, asked.period, asked.asOf, [indicator]);
    const within = narrowed(asked.filter, filters, known.facts);
    const { figure, cases } = wholeFigure(indicator, known.facts, asked.period, within);
    const { page, size, counts: wanted } = filters;
    const isWork = (counts: boolean) => counts === (indicator.better === 'lower');
    const found = wanted === undefined ? cases : cases.filter(({ counts }) => counts === (wanted === 'true'));
    const items = found
      .toSorted(
        (a, b) => Number(isWork(b.counts)) - Number(isWork(a.counts)) || (a.on < b.on ? -1 : a.on > b.on ? 1 : 0),
      )
      .slice((page - 1) * size, page * size)
      .map(({ subject: { kind, id: of }, on, unitIds, counts, amount = null, asides = [], personId = null }) => ({
        kind,
        id: of,
        on,
        unitIds,
        counts,
        amount,
        asides,
        personId,
      }));
    return {
      ...answeredFor(asked, known),
      indicator: id,
      version: indicator.version,
      whole: figure,
      leftOut: leftOutOf(indicator, known.facts, asked.period, within),
      shared: sharedCases(casesInside(indicator, cases)),
      items,
      total: found.length,
      page,
      size,
    };
  }
}

interface Answered extends ShownFigures {
  /** The kind of case that the denominator counts; null without cases, and where the figure is hidden. */
  readonly subject: SubjectKind | null;
  /** Of a figure divided by time. */
  readonly improvement?: Improvement | null;
}

/** The name of a unit or a service; codes and periods are named by the pages. */
function nameOf(facts: KnownFacts, by: Breakdown, key: string): string | null {
  if (by === 'unit') return facts.unit(key)?.name ?? null;
  if (by === 'service') return facts.services.find(({ serviceId }) => serviceId === key)?.name ?? null;
  return by === 'area' && key !== 'none' ? key : null;
}
