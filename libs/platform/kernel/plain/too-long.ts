import { counted } from './noun-forms.js';

/** Number of characters beyond the limit; 0 if the text fits. */
export const lettersTooMany = (text: string, most: number): number => Math.max(0, text.length - most);

/** The sentence about a text that is too long: beside the field while the user types, and in the API's refusal. */
export const tooLongInWords = (tooMany: number, most: number) =>
  ({
    nb: `Teksten er ${counted(tooMany, { one: 'ett tegn', other: 'tegn' })} for lang. Kort den ned til ${most} tegn.`,
    nn: `Teksten er ${counted(tooMany, { one: 'eitt teikn', other: 'teikn' })} for lang. Kort han ned til ${most} teikn.`,
    en: `The text is ${counted(tooMany, { one: 'one character', other: 'characters' })} too long. Shorten it to ${most} characters.`,
  }) as const;
