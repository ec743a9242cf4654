import { normalized } from './normalized.js';

// Comparison of words in every search: lists, pickers and the search page.

/** Spelling on a keyboard without these letters; other letters only lose their accents. */
const SPELLED: ReadonlyMap<number, string> = new Map(
  Object.entries({
    æ: 'ae',
    ä: 'ae',
    ø: 'oe',
    ö: 'oe',
    å: 'aa',
    đ: 'd',
    ŧ: 't',
    ŋ: 'n',
    ß: 'ss',
  }).map(([letter, spelling]) => [letter.charCodeAt(0), spelling]),
);
const IS_SPELLED = /[æäøöåđŧŋß]/;
const LONGEST_SPELLING = 2;

/**
 * Distinct search words of a text: lower-case letters and digits, without accents, with «å» as «aa» and so on. So Åsen,
 * ÅSEN and Aasen are one word; any other character separates words.
 */
export function wordsIn(text: string): readonly string[] {
  const plain = normalized(spelled(distinctPieces(text).join(' ')), 'NFD').replace(/\p{M}/gu, '');
  return [...new Set(plain.match(/[\p{L}\p{N}]+/gu))];
}

/** Parts between ASCII characters that separate words, each once: most words of a long text are repeated. */
function distinctPieces(text: string): readonly string[] {
  const pieces = new Set<string>();
  let begin = 0;
  for (let i = 0; i <= text.length; i += 1) {
    const code = i < text.length ? text.charCodeAt(i) : SPACE;
    if (code >= 128 || IN_WORDS[code] === 1) continue;
    if (i > begin) pieces.add(text.slice(begin, i));
    begin = i + 1;
  }
  return [...pieces];
}
const SPACE = 32;
const IN_WORDS = Uint8Array.from({ length: 128 }, (_, code) => Number(/[a-z0-9]/i.test(String.fromCharCode(code))));

/**
 * The text in lower case, with the letters of `SPELLED` replaced. In an array, since joining a long text of single letters
 * takes a tenth of a second.
 */
function spelled(text: string): string {
  const plain = normalized(text, 'NFC').toLowerCase();
  if (!IS_SPELLED.test(plain)) return plain;
  const codes = new Uint16Array(LONGEST_SPELLING * plain.length);
  let length = 0;
  for (let i = 0; i < plain.length; i += 1) {
    const code = plain.charCodeAt(i);
    const spelling = code < 128 ? undefined : SPELLED.get(code);
    if (spelling === undefined) codes[length++] = code;
    else for (let nr = 0; nr < spelling.length; nr += 1) codes[length++] = spelling.charCodeAt(nr);
  }
  return UTF16.decode(codes.subarray(0, length));
}
const UTF16 = new TextDecoder('utf-16le');

/** Numbers are written in groups of three: «974 600 951» is one. */
const IN_GROUPS = /(?<!\d)(\d{3})[\s.](\d{3})(?:[\s.](\d{1,3}))?(?!\d)/gu;

/** No search input is nearly as long; the rest of a longer one is not read. */
const LONGEST_TYPED = 1_000;

/** The words of a search input; a number in groups is one word. */
export const wordsTyped = (text: string): readonly string[] =>
  wordsIn(text.slice(0, LONGEST_TYPED).replace(IN_GROUPS, '$1$2$3'));

/** Spelling with «a» for «å» and «æ» and «o» for «ø», as on a keyboard that lacks them. */
export const looseForm = (word: string): string => word.replace(/aa|ae/g, 'a').replace(/oe/g, 'o');

/** Shorter words have no loose form: «as» must not match «Ås». */
const FEWEST_LOOSE = 3;
/** Marks a loose form in an index; no typed word contains it. */
const LOOSE = '~';

/** Words of a text in an index: as spelled, and their loose forms if different. */
export const indexedWords = (text: string): readonly string[] => {
  const words = wordsIn(text);
  return [...words, ...words.flatMap((word) => (looseForm(word) === word ? [] : [LOOSE + looseForm(word)]))];
};

/** Prefixes in such an index that match one typed word. */
export function beginningsOf(typed: string): readonly string[] {
  if (typed.length < FEWEST_LOOSE) return [typed];
  const loose = looseForm(typed);
  return [...new Set([typed, loose, LOOSE + loose])];
}

/** Longer words are not compared for typing errors. */
const LONGEST_NEAR = 40;
const mistakesIn = (typed: string): number => {
  if (/\d/.test(typed) || typed.length < 4 || typed.length > LONGEST_NEAR) return 0;
  return typed.length < 8 ? 1 : 2;
};

/** True if the word begins as typed, apart from one error: a letter wrong, missing, extra, or two transposed. */
export function isNear(typed: string, word: string): boolean {
  const [sought, loose] = [looseForm(typed), looseForm(word).slice(0, LONGEST_NEAR + 2)];
  const most = mistakesIn(sought);
  if (most === 0 || loose.length < sought.length - most) return false;
  return distanceToBeginning(sought, loose) <= most;
}

/** Smallest number of errors between `sought` and any prefix of `word` (optimal string alignment). */
function distanceToBeginning(sought: string, word: string): number {
  let before: readonly number[] = [];
  let last: readonly number[] = Array.from({ length: word.length + 1 }, (_, i) => i);
  for (let i = 1; i <= sought.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= word.length; j += 1) {
      const same = sought[i - 1] === word[j - 1] ? 0 : 1;
      let fewest = Math.min(last[j]! + 1, row[j - 1]! + 1, last[j - 1]! + same);
      const swapped = i > 1 && j > 1 && sought[i - 1] === word[j - 2] && sought[i - 2] === word[j - 1];
      if (swapped) fewest = Math.min(fewest, before[j - 2]! + 1);
      row.push(fewest);
    }
    before = last;
    last = row;
  }
  return Math.min(...last);
}

/** True if every typed word is a prefix of a word of the text, in its own or its loose form. */
export function matchesEveryWord(typed: readonly string[], text: string): boolean {
  const words = indexedWords(text);
  return typed.every((word) => beginningsOf(word).some((it) => words.some((other) => other.startsWith(it))));
}

/**
 * Items that match every typed word, at the beginning of a word or inside one («barnehage» in «gårdsbarnehage»); if
 * there are none, those that match with a typing error.
 */
export function matchingItems<Item>(
  items: readonly Item[],
  typed: string,
  textOf: (item: Item) => string,
): readonly Item[] {
  const words = wordsTyped(typed);
  if (words.length === 0) return typed.trim() === '' ? items : [];
  const by = (isMet: (word: string, found: readonly string[]) => boolean) =>
    items.filter((item) => {
      const found = indexedWords(textOf(item));
      return words.every((word) => isMet(word, found));
    });
  const isThere = (word: string, found: readonly string[]) =>
    beginningsOf(word).some((it) => found.some((other) => other.startsWith(it))) ||
    (word.length >= FEWEST_LOOSE && found.some((other) => other.includes(word)));
  const met = by(isThere);
  if (met.length > 0) return met;
  return by((word, found) => isThere(word, found) || found.some((it) => isNear(word, it)));
}
