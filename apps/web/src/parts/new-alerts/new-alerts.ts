import { useEffect, useState } from 'react';
import { useRead } from '../../api/reads.js';
import { useSession } from '../../session/session.js';
import { browserStorage } from '../../storage/storage.js';
import type { Day } from '../../words/dates.js';

/**
 * The day of the latest alert that a person has seen in this browser. The server keeps no record of what people have
 * looked at (ADR 0330).
 */
const keyOf = (personId: string) => `samspill.alerts-seen.${personId}`;
const seenBy = (personId: string): Day | null => browserStorage.read(keyOf(personId));

/** Number of the user's own alerts that were told since they last looked, as it was when the page was opened. */
export function useNewAlerts(): number {
  const { who } = useSession();
  const [seen] = useState(() => seenBy(who.personId));
  const query = { list: 'mine', size: 1, ...(seen !== null && { toldAfter: seen }) } as const;
  return useRead('/api/alerts/told', { query }).data?.total ?? 0;
}

/** Remembers that the user has seen their alerts up to this day; null for none. */
export function useSeenAlerts(latestToldOn: Day | null | undefined): void {
  const { who } = useSession();
  useEffect(() => {
    const seen = seenBy(who.personId);
    if (latestToldOn && (seen === null || latestToldOn > seen)) browserStorage.write(keyOf(who.personId), latestToldOn);
  }, [latestToldOn, who.personId]);
}
