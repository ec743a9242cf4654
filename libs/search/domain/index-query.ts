/** A query to the index: every part must match through one of its alternatives. */
export type IndexQuery = readonly (readonly Alternative[])[];
export type Alternative = { readonly word: string } | { readonly beginning: string };

export const word = (text: string): Alternative => ({ word: text });
export const beginning = (text: string): Alternative => ({ beginning: text });
export const oneOf = (words: readonly string[]): readonly Alternative[] => words.map(word);

/** The query for PostgreSQL (`tsquery`): user input can never be anything but a word in it. */
export const asTsquery = (sought: IndexQuery): string =>
  sought.map((alternatives) => `(${alternatives.map(lexeme).join(' | ')})`).join(' & ');

const lexeme = (alternative: Alternative): string =>
  'word' in alternative ? quoted(alternative.word) : `${quoted(alternative.beginning)}:*`;
const quoted = (text: string): string => `'${text.replace(/['\\]/g, '')}'`;
