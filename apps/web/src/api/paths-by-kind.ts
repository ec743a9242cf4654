/** Message of an open stream (ADR 0090): kinds of changed items, without content or author. */
export interface Changed {
  readonly kinds: readonly string[];
  /** True after such a long interruption that anything may have changed. */
  readonly everything: boolean;
}

const OF_A_UNIT = ['/api/units', '/api/alerts', '/api/follow-up', '/api/start', '/api/search'];
const EVERYTHING = 'everything';

/**
 * Path prefixes of answers derived from each kind of item. The only place that decides what is read again after a
 * change, one's own or another's. Names in the registry stand in nearly every answer.
 */
const PATHS_BY_KIND = {
  meeting: [
    '/api/meetings',
    '/api/school-years',
    '/api/board',
    '/api/agreements',
    '/api/protocols',
    '/api/attendance',
    '/api/services',
    '/api/news',
    '/api/statistics',
    ...OF_A_UNIT,
  ],
  agreement: ['/api/units', '/api/agreements'],
  schoolyear: [
    '/api/statistics',
    '/api/school-years',
    '/api/meetings',
    '/api/board',
    '/api/agreements',
    '/api/news',
    ...OF_A_UNIT,
  ],
  action: [
    '/api/actions',
    '/api/orphans',
    '/api/refused-decisions',
    '/api/protocols',
    '/api/services',
    '/api/statistics',
    ...OF_A_UNIT,
  ],
  publication: ['/api/publications'],
  refuseddecision: ['/api/refused-decisions', '/api/start'],
  // For one's own other windows; one small request for everyone else.
  news: ['/api/news'],
  followup: ['/api/reminders', ...OF_A_UNIT],
  alert: ['/api/alerts'],
  calendarfeed: ['/api/calendar-feed'],
  // No item of the log: one's own sessions, ended by oneself.
  session: ['/api/sessions'],
  identity: ['/api/sign-ins'],
  signininvitation: ['/api/sign-ins'],
  signout: ['/api/sessions'],
  digest: ['/api/digests', '/api/people'],
  preferences: ['/api/mail', '/api/digests'],
  invitation: ['/api/meetings'],
  unit: EVERYTHING,
  person: EVERYTHING,
  service: EVERYTHING,
  serviceunit: EVERYTHING,
  municipality: EVERYTHING,
} as const satisfies Readonly<Record<string, readonly string[] | typeof EVERYTHING>>;

/** A kind of item that commands change. */
export type ChangedKind = keyof typeof PATHS_BY_KIND;

/** Path prefixes to read again: an empty list means all, as for an unknown kind; undefined means none. */
export function pathsToRefetch({ kinds, everything }: Changed): readonly string[] | undefined {
  const table: Readonly<Record<string, readonly string[] | typeof EVERYTHING>> = PATHS_BY_KIND;
  const paths = kinds.map((kind) => (Object.hasOwn(table, kind) ? table[kind]! : EVERYTHING));
  if (everything || paths.includes(EVERYTHING)) return [];
  return kinds.length === 0 ? undefined : [...new Set(paths.flat())];
}
