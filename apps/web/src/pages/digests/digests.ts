import type { Answer } from '../../api/reads.js';

export type ListedDigest = Answer<'/api/digests'>['items'][number];
export type MadeDigest = NonNullable<Answer<'/api/digests/{week}'>['made']>;
export type ShownDigest = MadeDigest['shown'];
export type ShownPart = ShownDigest['parts'][number];

/** «47» of `2026-W47`; undefined for any other text. */
export function weekNumberIn(week: string): number | undefined {
  const [, number] = /^\d{4}-W(0[1-9]|[1-4]\d|5[0-3])$/.exec(week) ?? [];
  return number === undefined ? undefined : Number(number);
}
