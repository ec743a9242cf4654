import { z } from 'zod';
import { holdsNationalNumber } from '#platform/kernel';

/** A text that is read by many and kept for ever, at most so long: it may be anything but somebody's national number. */
export const plainText = (longest: number) =>
  z
    .string()
    // One way of writing «å», so that a name is the same name wherever it was typed.
    .normalize('NFC')
    .trim()
    .max(longest, { abort: true })
    .refine((text) => !holdsNationalNumber(text), { params: { rule: 'national-number' } });

/** As `plainText`, and not empty. */
export const filledText = (longest: number) => plainText(longest).min(1);
