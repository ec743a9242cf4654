import type { PhoneNumber } from '../contract/index.js';
import { LONGEST } from '../contract/limits/index.js';

/**
 * The telephone number in user input: «912 34 567», «+47 91 23 45 67», «0047 91234567», «(22) 33-44-55». Null when the
 * text is empty, undefined when it is no number.
 */
export function readPhone(text: string): PhoneNumber | null | undefined {
  if (text.length > LONGEST.phone) return undefined;
  const plain = text.replace(/[\s.()\u2010-\u2015\u00ad-]/gu, '').replace(/^00/, '+');
  if (plain === '') return null;
  const number = plain.replace(/^\+47(?=\d{8}$)/, '');
  return /^(?:\d{5}|\d{8}|\+[1-9]\d{6,14})$/.test(number) ? number : undefined;
}
