import type { z, ZodType } from 'zod';
import { isNarrowing, lettersTooMany, unstorableIn } from '#platform/kernel';
import type { WrongField } from './problem.js';

export type Checked<T> = { readonly value: T } | { readonly wrong: readonly WrongField[] };

/**
 * Validates a value by its schema without dropping data: an unknown field is an error at every depth, whether the
 * schema is strict or not.
 */
export function checked<T>(schema: ZodType<T>, given: unknown): Checked<T> {
  const parsed = schema.safeParse(given);
  if (!parsed.success)
    return {
      wrong: parsed.error.issues.flatMap((issue): WrongField[] => {
        if (issue.code === 'unrecognized_keys')
          return issue.keys.map((key) => ({ at: pathOf([...issue.path, key]), issue: { code: 'unknown_field' } }));
        const missing = issue.code !== 'custom' && valueAt(given, issue.path) === undefined;
        return [{ at: pathOf(issue.path), issue: missing ? { code: 'missing' } : withExcess(issue, given) }];
      }),
    };
  if (isAllSeen(given, parsed.data)) return { value: parsed.data };
  const unseen = [...unseenFields(given, parsed.data, [])];
  return { wrong: unseen.map((path) => ({ at: pathOf(path), issue: { code: 'unknown_field' } })) };
}

/** Adds by how much a text is too long; spaces at its ends count only if they alone exceed the limit. */
function withExcess(issue: z.core.$ZodIssue, given: unknown): WrongField['issue'] {
  const text = valueAt(given, issue.path);
  if (issue.code !== 'too_big' || issue.origin !== 'string' || typeof text !== 'string') return issue;
  const most = Number(issue.maximum);
  return { code: 'text_too_long', most, tooMany: lettersTooMany(text.trim(), most) || lettersTooMany(text, most) };
}

/** Texts that the log would refuse, found before the command is decided. */
export const forbiddenCharacters = (value: unknown): readonly WrongField[] =>
  [...unstorableIn(value)].flatMap(({ at, rule }) =>
    rule === 'FORBIDDEN_CHARACTER' ? [{ at, issue: { code: 'forbidden_character' } }] : [],
  );

/** An answer is built from the log, whose values may be outside the range accepted today. */
export function checkedAnswer<T>(schema: ZodType<T>, given: unknown): Checked<T> {
  const answer = checked(schema, given);
  if (!('wrong' in answer)) return answer;
  return answer.wrong.every(({ issue }) => isNarrowing(issue)) ? { value: given as T } : answer;
}

/**
 * True when lists and fields are nested deeper than `deepest`. Iterative, so that no depth overflows its stack; later
 * functions that read the body may recurse.
 */
export function isDeeperThan(deepest: number, value: unknown): boolean {
  let level = [value].filter(isNested);
  for (let depth = 0; level.length > 0; depth += 1) {
    if (depth > deepest) return true;
    level = level.flatMap((it) => Object.values(it)).filter(isNested);
  }
  return false;
}
const isNested = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

type Fields = Readonly<Record<string, unknown>>;
const isFields = (value: unknown): value is Fields => {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  return !(value instanceof Date);
};

/** True if `unseenFields` would yield nothing. Runs for every answer and builds no paths, which would be slow. */
function isAllSeen(given: unknown, kept: unknown): boolean {
  if (Array.isArray(given) && Array.isArray(kept))
    return given.length !== kept.length || given.every((item, i) => isAllSeen(item, kept[i]));
  if (!isFields(given) || !isFields(kept)) return true;
  for (const key in given) {
    const value = given[key];
    if (value === undefined || !Object.hasOwn(given, key)) continue;
    if (!Object.hasOwn(kept, key) || !isAllSeen(value, kept[key])) return false;
  }
  return true;
}

function* unseenFields(given: unknown, kept: unknown, path: readonly PropertyKey[]): Generator<PropertyKey[]> {
  if (Array.isArray(given) && Array.isArray(kept) && given.length === kept.length)
    for (const [i, item] of given.entries()) yield* unseenFields(item, kept[i], [...path, i]);
  else if (isFields(given) && isFields(kept))
    for (const [key, value] of Object.entries(given)) {
      if (value === undefined) continue;
      if (Object.hasOwn(kept, key)) yield* unseenFields(value, kept[key], [...path, key]);
      else yield [...path, key];
    }
}

const valueAt = (value: unknown, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((at, key) => (at as Record<PropertyKey, unknown> | null | undefined)?.[key], value);

const pathOf = (path: readonly PropertyKey[]): string => path.map(String).join('.');
