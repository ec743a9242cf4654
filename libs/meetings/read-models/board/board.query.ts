import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { scopeOf, type Asker } from '#platform/identity';
import { monthsOf, schoolYearOf } from '#platform/kernel';
import type { UnitDto } from '#registry/contract';
import { coverageOf, hasEnded, type Coverage } from '../../domain/board/month-state.js';
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

  async execute({ filters, asker: { municipality, today, ...asker } }: ReadBoard) {
    const { page, size, kind, area, state, sort, schoolYear = schoolYearOf(today) } = filters;
    const scope = scopeOf({ municipality, today, ...asker }, 'board.read');
    const isWithinReach = (unit: UnitDto) => scope.all || scope.unitIds.includes(unit.unitId);
    const all = await this.board.lines(municipality, schoolYear, today, isWithinReach);
    const lines = all.filter(
      ({ unit, months }) =>
        (kind === undefined || unit.kind === kind) &&
        (area === undefined || unit.area === area) &&
        (state === undefined || months.some((cell) => cell.state === state)),
    );
    const sorted = sort === 'needs' ? lines.toSorted((a, b) => b.needs - a.needs) : lines;
    const columns = monthsOf(schoolYear).map((month, i) => {
      const over = hasEnded(month, today);
      return { month, coverage: coverageOf(lines.map(({ months }) => ({ ...months[i]!, over }))) };
    });
    return {
      schoolYear,
      today,
      months: columns,
      coverage: columns.map(({ coverage }) => coverage).reduce(sum, { held: 0, obliged: 0, exempt: 0 }),
      unitsInNeed: lines.filter(({ needs }) => needs > 0).length,
      areas: [...new Set(all.flatMap(({ unit }) => unit.area ?? []))].sort(new Intl.Collator('nb').compare),
      items: sorted.slice((page - 1) * size, page * size).map(rowOf),
      total: lines.length,
      page,
      size,
    };
  }
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
