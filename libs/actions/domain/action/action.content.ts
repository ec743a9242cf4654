import { ActionContent } from '#meetings/contract';
import { isSame } from '#platform/kernel';

/** Some of what an action says. */
export type ActionChanges = Partial<ActionContent>;

const FIELDS = Object.keys(ActionContent.shape) as readonly (keyof ActionContent)[];

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
