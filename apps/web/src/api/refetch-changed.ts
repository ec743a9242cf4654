/** Message of an open stream (ADR 0090): kinds of changed items, without content or author. */
export interface Changed {
  readonly kinds: readonly string[];
  /** True after such a long interruption that anything may have changed. */
  readonly everything: boolean;
}

const OF_A_UNIT = ['/api/units', '/api/alerts', '/api/follow-up', '/api/start', '/api/search'];
/**
 * Path prefixes of answers derived from each kind. A kind that is missing here, such as a person or a service, affects
 * every path.
 */
const PATHS_BY_KIND: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>(
  Object.entries({
    meeting: [
      '/api/meetings',
      '/api/board',
      '/api/protocols',
      '/api/attendance',
      '/api/services',
      '/api/news',
      ...OF_A_UNIT,
    ],
    schoolyear: ['/api/school-years', '/api/meetings', '/api/board', '/api/news', ...OF_A_UNIT],
    action: ['/api/actions', '/api/orphans', '/api/refused-decisions', '/api/protocols', '/api/services', ...OF_A_UNIT],
    refuseddecision: ['/api/refused-decisions', '/api/start'],
    // For one's own other windows; one small request for everyone else.
    news: ['/api/news'],
    followup: ['/api/reminders', ...OF_A_UNIT],
  }),
);

/** Path prefixes to read again: an empty list means all, undefined means none. */
export function pathsToRefetch({ kinds, everything }: Changed): readonly string[] | undefined {
  if (everything || kinds.some((kind) => !PATHS_BY_KIND.has(kind))) return [];
  if (kinds.length === 0) return undefined;
  return [...new Set(kinds.flatMap((kind) => PATHS_BY_KIND.get(kind)!))];
}
