import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { scopeOf, type Asker } from '#platform/identity';
import { monthsOf, schoolYearOf } from '#platform/kernel';
import type { UnitFact } from '#statistics/contract';
import type { MonthState } from '../../domain/board/month-state.js';
import type { BoardFilters } from './board.dto.js';
import { BoardReader, type BoardLine } from './board-reader.js';
import { coverageByMonth, coverageByUnit, coverageOfYear, type Coverage } from './coverage.js';

/** The coordinator's board: every unit within reach, month by month (R5). */
export class ReadBoard extends Query<object> {
  constructor(
    readonly filters: BoardFilters,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadBoard)
export class ReadBoardHandler implements IQueryHandler<ReadBoard> {
  constructor(private readonly board: BoardReader) {}

  async execute({ filters, asker: { tenant, today, ...asker } }: ReadBoard) {
    const { page, size, kind, area, state, sort, schoolYear = schoolYearOf(today) } = filters;
    const scope = scopeOf(asker, 'board.read');
    const isWithinReach = ({ unitId }: UnitFact) => scope.all || scope.unitIds.includes(unitId);
    const { lines: all, facts } = await this.board.year(tenant, schoolYear, today, isWithinReach);
    const ofWanted = all.filter(
      ({ unit }) => (kind === undefined || unit.kind === kind) && (area === undefined || unit.area === area),
    );
    const lines = ofWanted.filter(({ months }) => state === undefined || months.some((cell) => cell.state === state));
    const sorted = sort === 'needs' ? lines.toSorted((a, b) => b.needs - a.needs) : lines;
    const shown = { unitIds: lines.map(({ unit }) => unit.unitId) };
    const ofMonth = coverageByMonth(facts, schoolYear, shown);
    const ofUnit = coverageByUnit(facts, schoolYear);
    return {
      schoolYear,
      today,
      months: monthsOf(schoolYear).map((month) => ({ month, coverage: ofMonth(month) })),
      coverage: coverageOfYear(facts, schoolYear, shown),
      unitsInNeed: lines.filter(({ needs }) => needs > 0).length,
      states: countStates(ofWanted),
      areas: [...new Set(all.flatMap(({ unit }) => unit.area ?? []))].sort(new Intl.Collator('nb').compare),
      items: sorted.slice((page - 1) * size, page * size).map((line) => rowOf(line, ofUnit(line.unit.unitId))),
      total: lines.length,
      page,
      size,
    };
  }
}

function countStates(lines: readonly BoardLine[]): Partial<Record<MonthState, number>> {
  const counts: Partial<Record<MonthState, number>> = {};
  for (const { state } of lines.flatMap(({ months }) => months)) counts[state] = (counts[state] ?? 0) + 1;
  return counts;
}

const rowOf = ({ unit: { unitId, name, kind, area }, hostUnitId, months, needs }: BoardLine, coverage: Coverage) => ({
  unitId,
  name,
  kind,
  area,
  hostUnitId,
  months,
  coverage,
  needs,
});
