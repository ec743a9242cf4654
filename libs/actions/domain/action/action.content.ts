import { ActionContent } from '#meetings/contract';

/** Some of what an action says. */
export type ActionChanges = Partial<ActionContent>;

const FIELDS = Object.keys(ActionContent.shape) as readonly (keyof ActionContent)[];

/** Values are JSON, and a log gives an object's keys back in any order. */
const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted);
  if (value === null || typeof value !== 'object') return value;
  return Object.entries(value)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, inner]) => [key, sorted(inner)]);
};
export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(sorted(one ?? null)) === JSON.stringify(sorted(other ?? null));

/** What `to` says otherwise than `from`; only fields that `to` has. Empty where they say the same. */
export function differences(from: ActionContent, to: ActionChanges): ActionChanges {
  const changed = FIELDS.filter((field) => to[field] !== undefined && !isSame(from[field], to[field]));
  return pick(to, changed);
}

/** The fields alone. */
export const pick = (content: ActionChanges, fields: readonly string[]): ActionChanges =>
  Object.fromEntries(fields.map((field) => [field, content[field as keyof ActionContent]]));

/** The content alone of something that has more, such as the protocol's action with its id. */
export const contentOf = (more: ActionContent): ActionContent => pick(more, FIELDS) as ActionContent;
