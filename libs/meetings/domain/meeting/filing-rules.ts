import { holdsNationalNumber, schoolYearOf } from '#platform/kernel';
import { incompleteDay, incompleteMatter } from '../draft/incomplete-protocol.js';
import { textsOf } from '../draft/draft-texts.js';
import type { ProtocolDraft } from '../draft/protocol-draft.js';
import type { Broken, Filing } from './filing-rule-types.js';
import { brokenByActions } from './filing-rules-for-actions.js';
import { brokenByParticipants } from './filing-rules-for-participants.js';

/** Every reason why this draft cannot be filed, each with its field (R2–R4, workflow § 3.4). */
export const brokenByFiling = (filing: Filing): readonly Broken[] => [
  ...brokenByDay(filing),
  ...brokenByParticipants(filing),
  ...brokenByMatters(filing.draft),
  ...brokenByActions(filing),
  ...brokenByTexts(filing.draft),
];

function* brokenByDay({ draft, today, schoolYear, startsAt }: Filing): Generator<Broken> {
  const { heldOn } = draft;
  yield* incompleteDay(draft, today, startsAt);
  if (heldOn !== null && heldOn <= today && schoolYearOf(heldOn) !== schoolYear)
    yield { rule: 'DAY_OUTSIDE_SCHOOL_YEAR', at: 'heldOn' };
}

function* brokenByMatters({ matters }: ProtocolDraft): Generator<Broken> {
  const seen = new Set<string>();
  for (const [i, matter] of matters.entries()) {
    const at = `matters.${i}`;
    if (seen.has(matter.matterId)) yield { rule: 'DUPLICATE_MATTER', at: `${at}.matterId` };
    seen.add(matter.matterId);
    yield* incompleteMatter(matter, at);
  }
}

function* brokenByTexts(draft: ProtocolDraft): Generator<NationalNumberInText> {
  for (const [at, text] of textsOf(draft))
    if (text !== null && holdsNationalNumber(text)) yield { rule: 'NATIONAL_NUMBER_IN_TEXT', at };
}

interface NationalNumberInText {
  readonly rule: 'NATIONAL_NUMBER_IN_TEXT';
  readonly at: string;
}

/**
 * Texts of a draft that must not be saved because they contain a national number. A text already in `saved` is allowed:
 * drafts saved before this rule must stay open to those who remove the number.
 */
export function nationalNumbersIn(
  draft: ProtocolDraft,
  saved: ProtocolDraft | undefined,
): readonly NationalNumberInText[] {
  const found = [...brokenByTexts(draft)];
  if (found.length === 0 || !saved) return found;
  const known = new Set(textsOf(saved).map(([, text]) => text));
  const texts = new Map(textsOf(draft).map(([at, text]) => [at, text]));
  return found.filter(({ at }) => !known.has(texts.get(at)!));
}
