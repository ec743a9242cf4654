import { CalendarDate } from '#platform/kernel';

/** A date as people write it; null when empty, undefined when it is no date. */
export function readDay(text: string | null): CalendarDate | null | undefined {
  if (text === null) return null;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})\.(\d{1,2})\.(\d{4})$/.exec(text) ?? [];
  const iso = year ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text;
  return CalendarDate.safeParse(iso).data;
}
