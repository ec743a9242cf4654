import { addDays, dayOf, type CalendarDate } from '#platform/kernel';
import type { ChangedMeeting, News } from '#news/contract';
import { hourOn } from './mail-hours.js';

/** True for a meeting that was or is to be held today or tomorrow, as the reader last knew it or as it is now. */
export const isSoon = ({ before, after }: Pick<ChangedMeeting, 'before' | 'after'>, today: CalendarDate): boolean =>
  [before?.on, after?.on].some((on) => on === today || on === addDays(today, 1));

/** News that do not wait for the next morning: urgent meetings, and changes for today and tomorrow. */
export const isToldAtOnce = (news: News, today: CalendarDate): news is ChangedMeeting =>
  news.about === 'meeting' && (news.urgent || isSoon(news, today));

/** Since when it has been told at once: from the change on, or from the day before the meeting where that is later. */
export function toldAtOnceSince({ at, urgent, before, after }: ChangedMeeting): Date {
  const changed = new Date(at);
  if (urgent) return changed;
  const from = [before?.on, after?.on]
    .filter((on) => on !== undefined && on >= dayOf(changed))
    .map((on) => hourOn(addDays(on!, -1), 0).getTime());
  return new Date(Math.max(changed.getTime(), from.length === 0 ? 0 : Math.min(...from)));
}
