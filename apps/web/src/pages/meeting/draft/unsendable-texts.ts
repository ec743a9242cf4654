import { textsOf } from '#meetings/domain/draft';
import { holdsNationalNumber, lettersTooMany } from '#platform/kernel/plain';
import type { Draft } from './draft.js';
import { valueAt, withValueAt } from './places.js';

/** A text that must not be sent, and the rule that it breaks. */
export interface UnsendableText {
  /** As in `places`. */
  readonly at: string;
  readonly rule: 'NATIONAL_NUMBER_IN_TEXT' | 'TEXT_TOO_LONG';
}

/**
 * Texts that must be corrected before they are sent: the server would refuse one that is too long, and a national
 * number must reach neither the server nor other writers (R17).
 */
export function unsendableTexts(draft: Draft): readonly UnsendableText[] {
  return textsOf(draft, byId).flatMap(([at, text, longest]): UnsendableText[] => {
    if (text === null) return [];
    if (holdsNationalNumber(text)) return [{ at, rule: 'NATIONAL_NUMBER_IN_TEXT' }];
    return lettersTooMany(text, longest) > 0 ? [{ at, rule: 'TEXT_TOO_LONG' }] : [];
  });
}

/** The draft that may be sent, with the server's known value in place of each held-back text. */
export const withoutUnsendableTexts = (draft: Draft, known: Draft): Draft =>
  unsendableTexts(draft).reduce((allowed, { at }) => withValueAt(allowed, at, valueAt(known, at) ?? null), draft);

/** The draft that may be stored locally: without any digit of a text that contains a national number. */
export const withoutNumbers = (draft: Draft): Draft =>
  unsendableTexts(draft)
    .filter(({ rule }) => rule === 'NATIONAL_NUMBER_IN_TEXT')
    .reduce((kept, { at }) => withValueAt(kept, at, String(valueAt(draft, at)).replace(/\p{Nd}/gu, '•')), draft);

const byId = (id: string) => id;
