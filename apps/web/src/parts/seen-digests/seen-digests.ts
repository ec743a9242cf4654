import { browserStorage, type PageStorage } from '../../storage/storage.js';

/**
 * The last week whose digest a person has opened, kept in this browser alone: whether a mail or its page was opened is
 * measured nowhere.
 */
const keyOf = (personId: string): string => `samspill.digest-seen.${personId}`;

/** Remembers that the digest of the week was opened, unless a later one was. */
export function rememberSeen(personId: string, week: string, store: PageStorage = browserStorage): void {
  if (week > (store.read(keyOf(personId)) ?? '')) store.write(keyOf(personId), week);
}

/**
 * The weeks that are later than every one that was opened here; weeks are in the order of their texts. Where none was
 * opened, in a new browser, only the latest is new.
 * @param weeks the latest first, from the beginning of the list
 */
export function newWeeks(
  personId: string,
  weeks: readonly string[],
  store: PageStorage = browserStorage,
): ReadonlySet<string> {
  const seen = store.read(keyOf(personId));
  return new Set(seen === null ? weeks.slice(0, 1) : weeks.filter((week) => week > seen));
}
