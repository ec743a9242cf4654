import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { monthsOf, type CalendarDate, type Month, type SchoolYear } from '#platform/kernel';
import { hostOn } from '#registry/contract';
import {
  FactsInTransaction,
  filingDeadline,
  obligedIn,
  schoolYearPeriod,
  type KnownFacts,
  type UnitFact,
} from '#statistics/contract';
import { unitYear, type UnitYear } from '../../domain/board/unit-year.js';
import { COVERAGE } from './coverage.js';
import { UnitMonthRow } from '../unit-month/unit-month.entity.js';

export interface BoardLine extends UnitYear {
  readonly unit: UnitFact;
  readonly hostUnitId: string | null;
}

/** Units × months, with the facts that the figures beside them are made of. */
export interface BoardYear {
  /** By name. */
  readonly lines: readonly BoardLine[];
  readonly facts: KnownFacts;
}

/** Reads a school year's units × months and their facts at one moment: four queries, however many units there are. */
@Injectable()
export class BoardReader {
  constructor(
    private readonly readSide: ReadSide,
    private readonly facts: FactsInTransaction,
  ) {}

  async year(
    tenant: string,
    schoolYear: SchoolYear,
    today: CalendarDate,
    isWanted: (unit: UnitFact) => boolean,
  ): Promise<BoardYear> {
    const [rows, facts] = await this.readSide.atOneMoment(
      tenant,
      [UnitMonthRow, ...this.facts.tables],
      async (tables) => [
        await tables.findBy(UnitMonthRow, { tenant, schoolYear }),
        await this.facts.read(tables, tenant, { indicators: COVERAGE, period: schoolYearPeriod(schoolYear), today }),
      ],
    );
    const byKey = new Map(rows.map((row) => [row.unitMonth, row]));
    const obliged = new Set(
      monthsOf(schoolYear).flatMap((month) => obligedIn(facts, month).map(({ unit }) => `${unit.unitId}/${month}`)),
    );
    const lineOf = (unit: UnitFact): BoardLine => ({
      unit,
      hostUnitId: hostOn(unit, today),
      ...unitYear(
        unit,
        schoolYear,
        (unitId, month) => byKey.get(`${unitId}/${month}`),
        {
          isObliged: (month: Month) => obliged.has(`${unit.unitId}/${month}`),
          filingDueOn: ({ meetingId, on }) => filingDeadline(facts, { on, unitIds: unitsOf(facts, meetingId, unit) }),
        },
        today,
      ),
    });
    return { facts, lines: facts.units.filter(isWanted).map(lineOf).sort(byName) };
  }
}

const unitsOf = (facts: KnownFacts, meetingId: string, { unitId }: UnitFact): readonly string[] =>
  facts.meeting(meetingId)?.unitIds ?? [unitId];

const collator = new Intl.Collator('nb');
const byName = ({ unit: a }: BoardLine, { unit: b }: BoardLine) =>
  collator.compare(a.name, b.name) || (a.unitId < b.unitId ? -1 : 1);
