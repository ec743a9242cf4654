import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { scopeOf, type Asker, type Language } from '#platform/identity';
import { isRefused, type Refused } from '#platform/kernel';
import { indicatorWith, periodOf, type Breakdown } from '../../contract/index.js';
import type { FigureFilters } from '../../read-models/figures/figures.dto.js';
import { ReportFigures } from '../export-figures/export-figures.query.js';
import type { FiguresReport } from '../export-figures/figures-report.js';
import { STATUSES, type StatusKind } from './status-kinds.js';

/** The subject of a status; without a unit, all that the asker may see. */
export type StatusQuestion = Pick<FigureFilters, 'unit' | 'asOf'> & {
  /** The period's key; left out: the one that the day is in. */
  readonly period?: string | undefined;
};

/** A status of the municipality or a unit, with the figures that the reader may see. */
export class PrintStatus extends Query<StatusReport | Refused> {
  constructor(
    readonly kind: StatusKind,
    readonly question: StatusQuestion,
    readonly language: Language,
    readonly asker: Asker,
  ) {
    super();
  }
}

/** The figures of a status, and the same reader's figures that its tables are made of. */
export interface StatusReport {
  readonly kind: StatusKind;
  readonly figures: FiguresReport;
  /** Planned and held, month by month: units that met of those obliged, and meetings postponed or cancelled. */
  readonly byMonth: FiguresReport;
  /** Each unit; undefined in the status of a single one. */
  readonly byUnit: FiguresReport | undefined;
}

/** Months met, and meetings postponed or cancelled. */
export const PLAN_AND_HELD = [1, 6];
/** The figures of each unit; which of them are the best is nowhere said. */
export const OF_UNITS = [2, 7, 13, 19];

@QueryHandler(PrintStatus)
export class PrintStatusHandler implements IQueryHandler<PrintStatus> {
  constructor(private readonly queries: QueryBus) {}

  async execute({ kind, question, language, asker }: PrintStatus): Promise<StatusReport | Refused> {
    const { indicators, current } = STATUSES[kind];
    const filters = { ...question, period: periodOf(question.period ?? current(asker.today).key)!.key };
    const report = (ids: readonly number[], by?: Breakdown) => {
      const asked = by === undefined ? ids : ids.filter((id) => indicatorWith(id)!.by.includes(by));
      return this.queries.execute(
        new ReportFigures(asked, { ...filters, ...(by && { by }) }, language, asker, by === undefined),
      );
    };
    const figures = await report(indicators);
    if (isRefused(figures)) return figures;
    const byMonth = await report(PLAN_AND_HELD, 'month');
    if (isRefused(byMonth)) return byMonth;
    const seen = scopeOf(asker, 'statistics.see');
    const isOfOne = question.unit !== undefined || (!seen.all && seen.unitIds.length < 2);
    const byUnit = isOfOne ? undefined : await report(OF_UNITS, 'unit');
    if (byUnit && isRefused(byUnit)) return byUnit;
    return { kind, figures, byMonth, byUnit };
  }
}
