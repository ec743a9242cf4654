import { holdsNationalNumber } from '#platform/kernel/plain';
import { FIRST_NAMES } from './first-names.js';

/** Text that may identify a child (R17). A national number prevents filing; a name is a warning to the writer. */
export type Sensitive = { readonly what: 'national-number' } | { readonly what: 'name'; readonly name: string };

/** Capitalised words that occur together and are not names. */
const NO_NAMES: ReadonlySet<string> = new Set(
  `ppt bup statped bfe sfo tfs iop ito pals nav udir hpu bti kommune kommunen skole skule barnehage ungdomsskole
  de utrolige årene mandag tirsdag onsdag torsdag fredag januar februar mars april mai juni juli august september oktober
  november desember jul påske zippys venner steg link mitt valg respekt olweus tras språk norsk engelsk teams vigilo visma`.split(
    /\s+/,
  ),
);
const WORD = /[\p{L}][\p{L}'’-]*/gu;
const isCapitalised = (word: string) => /^\p{Lu}\p{Ll}/u.test(word);

/**
 * Finds text that may identify a person: a capitalised given name, or two capitalised words together, unless they begin
 * the sentence or are known (`known`: the unit's own name, services, places).
 */
export function sensitiveIn(text: string | null, known: readonly string[] = []): Sensitive | null {
  if (text === null || text.trim() === '') return null;
  if (holdsNationalNumber(text)) return { what: 'national-number' };
  const name = nameIn(text, wordsOf(known));
  return name === undefined ? null : { what: 'name', name };
}

const wordsOf = (texts: readonly string[]): ReadonlySet<string> =>
  new Set(texts.flatMap((text) => [...text.toLowerCase().matchAll(WORD)].map(([word]) => word)));

function nameIn(text: string, known: ReadonlySet<string>): string | undefined {
  const words = [...text.matchAll(WORD)].map((found) => ({ word: found[0], at: found.index }));
  for (const [i, { word, at }] of words.entries()) {
    if (!isCapitalised(word) || isKnown(word, known)) continue;
    const next = words[i + 1];
    const follows = next !== undefined && text.slice(at + word.length, next.at) === ' ';
    const beside = follows && isCapitalised(next.word) && !isKnown(next.word, known) ? next.word : undefined;
    if (FIRST_NAMES.has(plain(word))) return beside === undefined ? word : `${word} ${beside}`;
    // «Kurs Nordlia»: the first word of a sentence is always capitalised.
    if (beside !== undefined && !beginsSentence(text, at)) return `${word} ${beside}`;
  }
  return undefined;
}

/** Genitive: «Emils» is Emil. */
const plain = (word: string): string => {
  const lower = word.toLowerCase().replace(/['’]s?$/, '');
  return FIRST_NAMES.has(lower) ? lower : lower.replace(/s$/, '');
};
const isKnown = (word: string, known: ReadonlySet<string>) =>
  NO_NAMES.has(word.toLowerCase()) || known.has(word.toLowerCase());
const beginsSentence = (text: string, at: number) => /(^|[.!?:–-]\s*)$/.test(text.slice(0, at));
