import { addDays, type CalendarDate } from '#platform/kernel';
import type { ChangedMeeting, News } from '#news/contract';

/** True for a meeting that was or is to be held today or tomorrow, as the reader last knew it or as it is now. */
export const isSoon = ({ before, after }: Pick<ChangedMeeting, 'before' | 'after'>, today: CalendarDate): boolean =>
  [before?.on, after?.on].some((on) => on === today || on === addDays(today, 1));

/** News that do not wait for the next morning: urgent meetings, and changes for today and tomorrow. */
export const isToldAtOnce = (news: News, today: CalendarDate): news is ChangedMeeting =>
  news.about === 'meeting' && (news.urgent || isSoon(news, today));
