import { z } from 'zod';
import { holdsNationalNumber, isBlank, normalized } from '#platform/kernel';

/** The issue of a text that contains a national number. */
export const NATIONAL_NUMBER = { params: { rule: 'national-number' } };

/** Normalization (NFC) makes no text shorter than a quarter: a longer one is too long in any form (UAX #15). */
const MOST_SHORTENED = 4;

/**
 * A text of limited length that many people read and that is stored permanently, so it may not contain a national
 * number.
 */
export const plainText = (longest: number) =>
  z
    .string()
    .trim()
    // A single encoding of «å», so that equal names match wherever they were typed.
    .overwrite((text) => {
      if (text.length > MOST_SHORTENED * longest) return text;
      return isBlank(text) ? '' : normalized(text, 'NFC');
    })
    .max(longest, { abort: true })
    .refine((text) => !holdsNationalNumber(text), NATIONAL_NUMBER);

/** Like `plainText`, but not empty. */
export const filledText = (longest: number) => plainText(longest).min(1);
