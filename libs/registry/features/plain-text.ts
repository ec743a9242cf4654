import { z } from 'zod';
import { holdsNationalNumber, isBlank, normalized } from '#platform/kernel';

/**
 * A text of limited length that many people read and that is stored permanently, so it may not contain a national
 * number.
 */
export const plainText = (longest: number) =>
  z
    .string()
    // A single encoding of «å», so that equal names match wherever they were typed.
    .overwrite((text) => (isBlank(text) ? '' : normalized(text, 'NFC')))
    .trim()
    .max(longest, { abort: true })
    .refine((text) => !holdsNationalNumber(text), { params: { rule: 'national-number' } });

/** Like `plainText`, but not empty. */
export const filledText = (longest: number) => plainText(longest).min(1);
