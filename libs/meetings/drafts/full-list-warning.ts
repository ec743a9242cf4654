import type { Language } from '#platform/identity';
import { MOST } from '../domain/draft/draft-limits.js';
import type { ProtocolDraft } from '../domain/draft/protocol-draft.js';

/** A full list, while the meeting has more items of its kind. */
export interface NotAllInDraftWarning {
  readonly warning: 'NOT_ALL_IN_DRAFT';
  readonly at: 'participants' | 'earlierActions';
  readonly detail: string;
}

type Sentences = Readonly<Record<Language, (most: number, left: number) => string>>;
const TEXTS: Readonly<Record<NotAllInDraftWarning['at'], Sentences>> = {
  participants: {
    nb: (most, left) => `Utkastet har plass til ${most} deltakere. ${left} faste deltakere er ikke med.`,
    nn: (most, left) => `Utkastet har plass til ${most} deltakarar. ${left} faste deltakarar er ikkje med.`,
    en: (most, left) => `The draft has room for ${most} participants. ${left} standing participants are not in it.`,
  },
  earlierActions: {
    nb: (most, left) => `Utkastet har plass til ${most} tidligere tiltak. ${left} åpne tiltak er ikke med.`,
    nn: (most, left) => `Utkastet har plass til ${most} tidlegare tiltak. ${left} opne tiltak er ikkje med.`,
    en: (most, left) => `The draft has room for ${most} earlier actions. ${left} open actions are not in it.`,
  },
};

/** Items that did not fit into a full list. `standing` and `open`: ids that a new draft of this meeting contains. */
export function notAllInDraftWarnings(
  draft: ProtocolDraft,
  { standing, open }: { readonly standing: readonly string[]; readonly open: readonly string[] },
  language: Language,
): readonly NotAllInDraftWarning[] {
  const lists = [
    { at: 'participants', inDraft: draft.participants.map(({ personId }) => personId as string), all: standing },
    { at: 'earlierActions', inDraft: draft.earlierActions.map(({ actionId }) => actionId as string), all: open },
  ] as const;
  return lists.flatMap(({ at, inDraft, all }) => {
    const there = new Set(inDraft);
    const left = new Set(all.filter((id) => !there.has(id))).size;
    if (there.size < MOST[at] || left === 0) return [];
    return [{ warning: 'NOT_ALL_IN_DRAFT' as const, at, detail: TEXTS[at][language](MOST[at], left) }];
  });
}
