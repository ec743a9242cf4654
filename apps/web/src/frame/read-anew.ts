/** What an open stream tells (ADR 0090): kinds of things that were written, nothing of what or by whom. */
export interface Changed {
  readonly kinds: readonly string[];
  /** One was away for so long that anything may have changed. */
  readonly everything: boolean;
}

const OF_A_UNIT = ['/api/units', '/api/alerts', '/api/follow-up', '/api/start', '/api/search'];
/**
 * What is made from what was written: the beginnings of addresses. Of a kind that is not named here, as a person or a
 * service, anything may be made.
 */
const MADE_OF: ReadonlyMap<string, readonly string[]> = new Map<string, readonly string[]>(
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
    // One's own other windows; to everyone else it is one small question.
    news: ['/api/news'],
    followup: ['/api/reminders', ...OF_A_UNIT],
  }),
);

/** The beginnings of the addresses to read anew: none of them means all there is; undefined means nothing. */
export function toReadAnew({ kinds, everything }: Changed): readonly string[] | undefined {
  if (everything || kinds.some((kind) => !MADE_OF.has(kind))) return [];
  if (kinds.length === 0) return undefined;
  return [...new Set(kinds.flatMap((kind) => MADE_OF.get(kind)!))];
}
