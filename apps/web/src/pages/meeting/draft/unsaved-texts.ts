import type { Draft } from './draft.js';
import type { Writing } from './writing.js';

/** Free texts of a draft. */
const textsOf = (draft: Draft): readonly (string | null)[] => [
  draft.place,
  ...draft.earlierActions.flatMap(({ text, reason, note }) => [text, reason, note]),
  ...draft.matters.map((matter) => (matter.kind === 'system' ? matter.heading : null)),
  ...draft.actions.flatMap(({ text, wantedEffect }) => [text, wantedEffect]),
];

/** Unsaved texts of the user, each once. */
export function unsavedTextsOf({ mine, known }: Writing): readonly string[] {
  const saved = new Set(textsOf(known.draft));
  const left = textsOf(mine).filter((text) => text !== null && text.trim() !== '' && !saved.has(text));
  return [...new Set(left)] as string[];
}
