import type { Rule } from './plan.js';

/** A rule in the URL: «2-3-1230» is the second Wednesday at half past twelve. */
export const ruleInAddress = ({ nth, weekday, startsAt }: Rule): string =>
  `${nth === -1 ? 'siste' : nth}-${weekday}-${startsAt.replace(':', '')}`;

/** Null when missing or invalid: each unit then gets its previous pattern. */
export function ruleFromAddress(text: string | null): Rule | null {
  const [, nth, weekday, hour, minute] = /^(siste|[1-4])-([1-5])-([01]\d|2[0-3])([0-5]\d)$/.exec(text ?? '') ?? [];
  if (!nth) return null;
  return {
    nth: (nth === 'siste' ? -1 : Number(nth)) as Rule['nth'],
    weekday: Number(weekday),
    startsAt: `${hour}:${minute}`,
  };
}

export const USUAL_RULE: Rule = { nth: 2, weekday: 3, startsAt: '12:30' };
export const NTHS = [1, 2, 3, 4, -1] as const;
export const WEEKDAYS = [1, 2, 3, 4, 5] as const;
