import { z } from 'zod';
import { holdsNationalNumber } from '#platform/kernel';
import { LONGEST } from '../contract/limits/index.js';
import { NATIONAL_NUMBER } from './plain-text.js';

/** An e-mail address. Many people read it, so it may not contain a national number either. */
export const emailText = z
  .email()
  .max(LONGEST.email, { abort: true })
  .refine((text) => !holdsNationalNumber(text), NATIONAL_NUMBER);
