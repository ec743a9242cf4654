import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { addMonths, lastDayOf, monthOf, type CalendarDate, type Month } from '#platform/kernel';
import { FactsInTransaction, indicatorNumbered, periodOf, wholeFigure } from '#statistics/contract';

/** Number of units obliged to meet in a month that had met by a day: indicator 1 on that day, by what is known now. */
export interface MonthSoFar {
  readonly month: Month;
  /** The day of the count. */
  readonly until: CalendarDate;
  readonly held: number;
  /** Without exempt units, unless they met all the same (workflow § 3.6). */
  readonly obliged: number;
}

const COVERAGE = indicatorNumbered(1);

/** Counts the units that have met in a month, in this year and the previous one. */
@Injectable()
export class MonthsSoFar {
  constructor(
    private readonly readSide: ReadSide,
    private readonly facts: FactsInTransaction,
  ) {}

  /** The day's month, and the same month a year before up to the same day (for 29 February: the 28th). */
  async on(
    day: CalendarDate,
    tenant: string,
  ): Promise<{ readonly thisMonth: MonthSoFar; readonly lastYear: MonthSoFar }> {
    const before = addMonths(monthOf(day), -12);
    const sameDay = `${before}-${day.slice(8)}` as CalendarDate;
    return this.readSide.atOneMoment(tenant, this.facts.tables, async (tables) => {
      const until = async (today: CalendarDate): Promise<MonthSoFar> => {
        const month = monthOf(today);
        const period = periodOf(month)!;
        const facts = await this.facts.read(tables, tenant, { indicators: [COVERAGE], period, today });
        const { figure } = wholeFigure(COVERAGE, facts, period, {});
        return { month, until: today, held: figure.numerator, obliged: figure.denominator };
      };
      return {
        thisMonth: await until(day),
        lastYear: await until(sameDay > lastDayOf(before) ? lastDayOf(before) : sameDay),
      };
    });
  }
}
