import { holdsNationalNumber } from '#platform/kernel';
import { emailText } from '../email-text.js';
import type { BadLine } from './bad-line.js';

/** The error in a text of a line: too long, or contains a national number. */
export function wrongText(text: string | null, longest: number): BadLine['rule'] | undefined {
  if (text === null) return undefined;
  if (text.length > longest) return 'TEXT_TOO_LONG';
  return holdsNationalNumber(text) ? 'NATIONAL_NUMBER' : undefined;
}

/** The error in an e-mail address of a line. */
export function wrongEmail(text: string | null): BadLine['rule'] | undefined {
  if (text === null || emailText.safeParse(text).success) return undefined;
  return holdsNationalNumber(text) ? 'NATIONAL_NUMBER' : 'EMAIL_WRONG';
}
