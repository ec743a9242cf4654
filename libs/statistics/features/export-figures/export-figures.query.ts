import { Query, QueryBus, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { scopeOf, type Asker, type Language } from '#platform/identity';
import { isRefused, type Refused } from '#platform/kernel';
import { Directory, nameOn } from '#registry/contract';
import { indicatorWith } from '../../contract/index.js';
import { seriesPeriod } from '../../contract/chart/index.js';
import { FiguresAnswer, type FigureFilters } from '../../read-models/figures/figures.dto.js';
import { ReadFigures } from '../../read-models/figures/figures.query.js';
import { figuresReport, type FiguresReport } from './figures-report.js';

/** The figures that the API answers this reader, as a report in a language; `withSeries`: with their charts. */
export class ReportFigures extends Query<FiguresReport | Refused> {
  constructor(
    readonly indicators: readonly number[],
    readonly filters: FigureFilters,
    readonly language: Language,
    readonly asker: Asker,
    readonly withSeries = false,
  ) {
    super();
  }
}

@QueryHandler(ReportFigures)
export class ReportFiguresHandler implements IQueryHandler<ReportFigures> {
  constructor(
    private readonly queries: QueryBus,
    private readonly directory: Directory,
  ) {}

  async execute({ indicators, filters, language, asker, withSeries }: ReportFigures): Promise<FiguresReport | Refused> {
    const answered = await this.queries.execute(new ReadFigures(indicators, filters, asker));
    if (isRefused(answered)) return answered;
    const answer = FiguresAnswer.parse(answered);
    const series = withSeries ? await this.series(answer, filters, asker) : undefined;
    if (series && isRefused(series)) return series;
    const { by, kind, area, service } = filters;
    const [municipality, units, services, people] = await Promise.all([
      this.directory.municipality(asker.tenant),
      this.unitsIn(filters, asker),
      service === undefined ? [] : this.directory.services(asker.tenant),
      by === 'person' ? this.directory.people(asker.tenant, peopleIn(answer)) : [],
    ]);
    return figuresReport(answer, {
      language,
      municipality: municipality ? nameOn(municipality, asker.today) : asker.tenant,
      isDemo: municipality?.demo ?? false,
      by,
      filters: { ...(kind && { kind }), ...(area !== undefined && { area }) },
      units,
      service: service === undefined ? null : (services.find((it) => it.serviceId === service)?.name ?? service),
      people: new Map(people.map(({ personId, name }) => [personId, name])),
      ...(series && { series }),
    });
  }

  /** The same figures month by month, up to the answer's period. */
  private async series({ figures, period }: FiguresAnswer, filters: FigureFilters, asker: Asker) {
    const monthly = figures.map(({ indicator }) => indicator).filter(isMeasuredByMonth);
    if (monthly.length === 0) return [];
    const question = { ...filters, period: seriesPeriod(period.key), by: 'month' as const };
    const answered = await this.queries.execute(new ReadFigures(monthly, question, asker));
    return isRefused(answered) ? answered : FiguresAnswer.parse(answered).figures;
  }

  /** Names of the units that the answer is limited to: the one asked for, or those that the asker may see. */
  private async unitsIn({ unit }: FigureFilters, asker: Asker): Promise<readonly string[] | null> {
    const seen = scopeOf(asker, 'statistics.see');
    const ids = unit !== undefined ? [unit] : seen.all ? null : seen.unitIds;
    if (!ids) return null;
    const units = await this.directory.units(asker.tenant);
    return ids.map((id) => units.find(({ unitId }) => unitId === id)?.name ?? id);
  }
}

function isMeasuredByMonth(id: number): boolean {
  const { by, measure } = indicatorWith(id)!;
  return by.includes('month') && measure !== 'distribution';
}

const peopleIn = ({ figures }: FiguresAnswer): readonly string[] => [
  ...new Set(figures.flatMap(({ parts }) => parts?.map(({ key }) => key) ?? [])),
];
