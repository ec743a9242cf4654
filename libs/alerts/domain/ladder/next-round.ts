import {
  addDays,
  dayOf,
  instantAt,
  isWorkingDay,
  type CalendarDate,
  type IsFree,
  type TimeOfDay,
} from '#platform/kernel';
import { DEFAULT_DIGESTS, type Settings } from '#registry/contract';

/** The working day of the next round: today before the hour of mail, otherwise the next one. */
export function nextRoundAfter(
  now: Date,
  { digests = DEFAULT_DIGESTS }: Pick<Settings, 'digests'>,
  isPublicHoliday: IsFree,
): CalendarDate {
  const hour = `${String(digests.hour).padStart(2, '0')}:00` as TimeOfDay;
  for (let day = dayOf(now); ; day = addDays(day, 1))
    if (isWorkingDay(day, isPublicHoliday) && now < instantAt(day, hour)) return day;
}
