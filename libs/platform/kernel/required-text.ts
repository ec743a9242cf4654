import { z } from 'zod';
import { isBlank } from './plain/texts.js';

/**
 * A text of a request that must say something: at most `longest` UTF-16 code units, without blanks around it, and refused as
 * too short when nothing of it would be seen (blanks, invisible characters, marks without a letter). Events keep a
 * wider schema, so that older ones stay readable.
 */
export const requiredText = (longest: number) =>
  z
    .string()
    .overwrite((text) => (isBlank(text) ? '' : text))
    .trim()
    .min(1)
    .max(longest);
