import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { monthOf, type CalendarDate } from '#platform/kernel';
import { FactsInTransaction, indicatorNumbered, periodOf, wholeFigure, type Indicator } from '#statistics/contract';

const [OPEN, OVERDUE] = [indicatorNumbered(18), indicatorNumbered(19)];

/** Counts a unit's open actions today, and those over due (indicators 18 and 19). */
@Injectable()
export class UnitActions {
  constructor(
    private readonly readSide: ReadSide,
    private readonly facts: FactsInTransaction,
  ) {}

  async on(today: CalendarDate, tenant: string, unitId: string): Promise<{ open: number; overdue: number }> {
    const period = periodOf(monthOf(today))!;
    const facts = await this.facts.readAlone(this.readSide, tenant, { indicators: [OPEN, OVERDUE], period, today });
    const count = (indicator: Indicator) =>
      wholeFigure(indicator, facts, period, { unitIds: [unitId] }).figure.numerator;
    return { open: count(OPEN), overdue: count(OVERDUE) };
  }
}
