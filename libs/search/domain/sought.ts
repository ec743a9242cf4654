/** A question to the index: every part must be met, and each by one of its alternatives. */
export type Sought = readonly (readonly Alternative[])[];
export type Alternative = { readonly word: string } | { readonly beginning: string };

export const word = (text: string): Alternative => ({ word: text });
export const beginning = (text: string): Alternative => ({ beginning: text });
export const oneOf = (words: readonly string[]): readonly Alternative[] => words.map(word);

/** The question as PostgreSQL takes it (`tsquery`): nothing that anybody typed can be anything but a word in it. */
export const asTsquery = (sought: Sought): string =>
  sought.map((alternatives) => `(${alternatives.map(lexeme).join(' | ')})`).join(' & ');

const lexeme = (alternative: Alternative): string =>
  'word' in alternative ? quoted(alternative.word) : `${quoted(alternative.beginning)}:*`;
const quoted = (text: string): string => `'${text.replace(/['\\]/g, '')}'`;
