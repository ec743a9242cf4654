import {
  addDays,
  dayOf,
  instantAt,
  isWorkingDay,
  type CalendarDate,
  type IsFree,
  type TimeOfDay,
} from '#platform/kernel';

/** Hours of the day, Europe/Oslo; `until` is excluded. */
export interface Hours {
  readonly from: number;
  readonly until: number;
}

/** Mail goes out within these hours of working days. */
export const WORKING_HOURS: Hours = { from: 7, until: 16 };
/** Changes for today and tomorrow go out within these hours of any day. */
export const URGENT_HOURS: Hours = { from: 7, until: 21 };

export const hourOn = (day: CalendarDate, hour: number): Date =>
  instantAt(day, `${String(hour).padStart(2, '0')}:00` as TimeOfDay);

/** The working day whose morning round is due: from the digest's hour until the end of the working hours. */
export function morningOf(now: Date, hour: number, isPublicHoliday: IsFree): CalendarDate | null {
  const day = dayOf(now);
  const isOpen = now >= hourOn(day, hour) && now < hourOn(day, WORKING_HOURS.until);
  return isOpen && isWorkingDay(day, isPublicHoliday) ? day : null;
}

/**
 * The hours of a person's mail of the morning: their own, from the municipality's hour on. Hours that are over by then
 * are those of a working day.
 */
export function morningHours(hour: number, own: Hours): Hours {
  const from = Math.max(hour, own.from);
  return { from, until: own.until > from ? own.until : WORKING_HOURS.until };
}

/** The first moment from `now` on that is within the hours of a working day. */
export const inWorkingHours = (now: Date, hours: Hours, isPublicHoliday: IsFree): Date =>
  within(now, hours, (day) => isWorkingDay(day, isPublicHoliday));

/** The first moment from `now` on at which an urgent change may be sent. */
export const inUrgentHours = (now: Date): Date => within(now, URGENT_HOURS, () => true);

function within(now: Date, { from, until }: Hours, isOpen: (day: CalendarDate) => boolean): Date {
  for (let day = dayOf(now); ; day = addDays(day, 1)) {
    if (!isOpen(day) || now >= hourOn(day, until)) continue;
    const begins = hourOn(day, from);
    return now > begins ? now : begins;
  }
}
