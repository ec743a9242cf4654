import { Injectable } from '@nestjs/common';
import { ReadSide } from '#platform/database';
import { addMonths, firstDayOf, lastDayOf, monthOf, type CalendarDate } from '#platform/kernel';
import { freeDaysOf } from '#registry/contract';
import type { AlertFacts } from '../../domain/alert.js';
import { monthSoFar, type MonthSoFar } from '../../domain/month-so-far.js';
import { WatchedMeetingRow } from '../watched-meeting/watched-meeting.entity.js';
import { WatchedMonthRow } from '../watched-month/watched-month.entity.js';

/** Counts the units that have met in a month, in this year and the previous one. */
@Injectable()
export class MonthsSoFar {
  constructor(private readonly readSide: ReadSide) {}

  /** The day's month, and the same month a year before up to the same day (for 29 February: the 28th). */
  async on(
    day: CalendarDate,
    tenant: string,
    facts: AlertFacts,
  ): Promise<{ readonly thisMonth: MonthSoFar; readonly lastYear: MonthSoFar }> {
    const month = monthOf(day);
    const before = addMonths(month, -12);
    const sameDay = `${before}-${day.slice(8)}` as CalendarDate;
    const until = sameDay > lastDayOf(before) ? lastDayOf(before) : sameDay;
    const then = await this.readSide.in(tenant, async (tables) => ({
      meetings: await tables
        .createQueryBuilder(WatchedMeetingRow, 'm')
        .where('m.tenant = :tenant and m.heldOn between :first and :until', {
          tenant,
          first: firstDayOf(before),
          until,
        })
        .getMany(),
      exemptions: await tables.findBy(WatchedMonthRow, { tenant, month: before }),
    }));
    const { settings, units, calendars, isPublicHoliday } = facts;
    const isFree = {
      school: freeDaysOf('school', calendars, isPublicHoliday),
      kindergarten: freeDaysOf('kindergarten', calendars, isPublicHoliday),
    };
    const same = { settings, units, isFree };
    return {
      thisMonth: monthSoFar(month, day, { ...same, meetings: facts.meetings, exemptions: facts.exemptions }),
      lastYear: monthSoFar(before, until, { ...same, ...then }),
    };
  }
}
