import { textsOf } from '#meetings/domain/draft';
import type { Draft } from './draft.js';
import type { Writing } from './writing.js';

const textsIn = (draft: Draft) => textsOf(draft).map(([, text]) => text);

/** Unsaved texts of the user, each once. */
export function unsavedTextsOf({ mine, known }: Writing): readonly string[] {
  const saved = new Set(textsIn(known.draft));
  const left = textsIn(mine).filter((text) => text !== null && text.trim() !== '' && !saved.has(text));
  return [...new Set(left)] as string[];
}
