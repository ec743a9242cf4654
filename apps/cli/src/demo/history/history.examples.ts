import { readFileSync } from 'node:fs';
import type { StoredEvent } from '#platform/event-store';
import { readUnits } from '#registry';
import type { GivenUnit } from './history-units.js';
import { simulateHistory, type HistoryWish } from './simulate-history.js';

export const UNITS_FILE = new URL(
  '../../../../../test/fixtures/registers/enheter-asker-nordmore.json',
  import.meta.url,
);
export const HISTORY_END = new Date('2026-11-20T07:00:00+01:00');

/** With this seed, five units in two school years have every rare case. */
export const EVERY_CASE = 5;

/** Real units of Asker, schools and kindergartens by turns: at most 92. */
export async function unitsOfAsker(count: number): Promise<readonly GivenUnit[]> {
  const { units } = await readUnits({ name: 'units.json', bytes: readFileSync(UNITS_FILE) }, { tenant: '3203' });
  const of = (kind: string) => units.filter(({ details }) => details.kind === kind);
  const [schools, kindergartens] = [of('school'), of('kindergarten')];
  return schools.flatMap((school, i) => [school, kindergartens[i]!]).slice(0, count);
}

/** The events of a history of units of Asker, in the order of the log. */
export async function historyEvents(count: number, wish: Pick<HistoryWish, 'years' | 'seed'> & Partial<HistoryWish>) {
  const events: StoredEvent[] = [];
  await simulateHistory({ units: await unitsOfAsker(count), asOf: HISTORY_END, ...wish }, (moment) => {
    events.push(...moment);
  });
  return events;
}
