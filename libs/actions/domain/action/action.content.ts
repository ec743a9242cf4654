import { ActionContent } from '../../contract/index.js';
import { isSame } from '#platform/kernel';

/** Part of an action's content. */
export type ActionChanges = Partial<ActionContent>;

const FIELDS = Object.keys(ActionContent.shape) as readonly (keyof ActionContent)[];

/** Fields of `to` that differ from `from`; empty when there are none. */
export function differences(from: ActionContent, to: ActionChanges): ActionChanges {
  const changed = FIELDS.filter((field) => to[field] !== undefined && !isSame(from[field], to[field]));
  return pick(to, changed);
}

/** Only the given fields. */
export const pick = (content: ActionChanges, fields: readonly string[]): ActionChanges =>
  Object.fromEntries(fields.map((field) => [field, content[field as keyof ActionContent]]));

/** Only the content of an object with more fields, such as the protocol's action with its id. */
export const contentOf = (more: ActionContent): ActionContent => pick(more, FIELDS) as ActionContent;
