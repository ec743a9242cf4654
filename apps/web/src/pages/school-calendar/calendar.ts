import type { BrokenRule } from '../../api/problem.js';
import { read, type Answer } from '../../api/reads.js';

export type Municipality = Answer<'/api/municipality'>;
export type Calendar = Municipality['calendars'][number];

/** The calendar as it is now, and the revision of the municipality that it is part of. */
export async function readCalendar(kind: Calendar['kind'], year: number) {
  const { revision, calendars } = await read('/api/municipality');
  return { revision, part: calendars.find((it) => it.schoolYear === year && it.kind === kind) };
}

/** True for what the form shows at a field; anything else is shown above the form. */
export const isShownAtField = ({ at }: BrokenRule): boolean =>
  at === 'firstDay' || at === 'lastDay' || (at !== undefined && /^closed\.\d+$/.test(at));
