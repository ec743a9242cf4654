import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { scopeOf, type Asker } from '#platform/identity';
import { monthsOf, schoolYearOf } from '#platform/kernel';
import type { UnitDto } from '#registry/contract';
import { hasEnded } from '../../contract/missing-month.js';
import { coverageOf, type Coverage, type MonthState } from '../../domain/board/month-state.js';
import type { BoardFilters } from './board.dto.js';
import { BoardReader, type BoardLine } from './board-reader.js';

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
    const scope = scopeOf({ tenant, today, ...asker }, 'board.read');
    const isWithinReach = (unit: UnitDto) => scope.all || scope.unitIds.includes(unit.unitId);
    const all = await this.board.lines(tenant, schoolYear, today, isWithinReach);
    const ofWanted = all.filter(
      ({ unit }) => (kind === undefined || unit.kind === kind) && (area === undefined || unit.area === area),
    );
    const lines = ofWanted.filter(({ months }) => state === undefined || months.some((cell) => cell.state === state));
    const sorted = sort === 'needs' ? lines.toSorted((a, b) => b.needs - a.needs) : lines;
    const columns = monthsOf(schoolYear).map((month, i) => {
      const over = hasEnded(month, today);
      const cells = lines.map(({ months }) => months[i]!);
      return {
        month,
        coverage: coverageOf(cells.map((cell) => ({ ...cell, over }))),
        expected: cells.filter((cell) => cell.obliged && cell.state !== 'exempt').length,
      };
    });
    return {
      schoolYear,
      today,
      months: columns,
      coverage: columns.map(({ coverage }) => coverage).reduce(sum, { held: 0, obliged: 0, exempt: 0 }),
      unitsInNeed: lines.filter(({ needs }) => needs > 0).length,
      states: countStates(ofWanted),
      areas: [...new Set(all.flatMap(({ unit }) => unit.area ?? []))].sort(new Intl.Collator('nb').compare),
      items: sorted.slice((page - 1) * size, page * size).map(rowOf),
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
const rowOf = ({ unit: { unitId, name, kind, area }, hostUnitId, months, coverage, needs }: BoardLine) => ({
  unitId,
  name,
  kind,
  area,
  hostUnitId,
  months,
  coverage,
  needs,
});
const sum = (a: Coverage, b: Coverage): Coverage => ({
  held: a.held + b.held,
  obliged: a.obliged + b.obliged,
  exempt: a.exempt + b.exempt,
});
