import { read, type Answer } from '../../api/reads.js';
import type { Problem } from '../../api/problem.js';

export type Preferences = Answer<'/api/mail/preferences'>;
export type Chosen = Preferences['chosen'];

/** Reads the choices as they are now, and their revision. */
export async function readChosen(): Promise<{ readonly part: Chosen; readonly revision: string }> {
  const { chosen, revision } = await read('/api/mail/preferences');
  return { part: chosen, revision };
}

/** Hours that can be chosen: the API's limits. */
export const FIRST_HOURS = [7, 8, 9, 10, 11, 12] as const;
export const LAST_HOURS = [13, 14, 15, 16] as const;
export const WEEKDAYS = [1, 2, 3, 4, 5] as const;

const FIELDS = ['language', 'hours.from', 'hours.until', 'digestWeekday', 'wantsDigest', 'wantsNews'] as const;
export type FieldName = (typeof FIELDS)[number];

/** The API's sentence about a field, if any. */
export const wrongAt = (problem: Problem | null, field: FieldName): string | undefined =>
  problem?.broken
    .filter(({ at }) => at === field)
    .map(({ detail }) => detail)
    .join(' ') || undefined;

/** True if every fault of the problem is shown at a field of the form. */
export const isAllAtFields = ({ broken }: Problem): boolean =>
  broken.length > 0 && broken.every(({ at }) => FIELDS.some((field) => field === at));
