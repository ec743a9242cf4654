/** Characters allowed between groups of digits of one number. */
const BETWEEN = /^[\s.\-‐-―_:/]$/;
const LONGEST_BETWEEN = 3;
const ASCII_BETWEEN = Uint8Array.from({ length: 128 }, (_, code) => Number(BETWEEN.test(String.fromCharCode(code))));
const isBetween = (code: number): boolean =>
  code < 128 ? ASCII_BETWEEN[code] === 1 : BETWEEN.test(String.fromCharCode(code));

/** Digits as numbers from 0 to 9, so that a text of a million characters is read without copying it. */
type Digits = Uint8Array;

/** D-numbers add 40 to the day; H-numbers and the registers' test persons add 40, 65 or 80 to the month. */
function beginsWithBirthday(digits: Digits, at: number): boolean {
  const [day, month] = [twoDigits(digits, at), twoDigits(digits, at + 2)];
  const plainDay = day > 40 ? day - 40 : day;
  return plainDay >= 1 && plainDay <= 31 && MONTHS.has(month);
}
const twoDigits = (digits: Digits, at: number): number => 10 * digits[at]! + digits[at + 1]!;
const MONTHS: ReadonlySet<number> = new Set(
  [0, 40, 65, 80].flatMap((added) => Array.from({ length: 12 }, (_, i) => added + i + 1)),
);

const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
function remainder(digits: Digits, at: number, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < weights.length; i += 1) sum += weights[i]! * digits[at + i]!;
  return sum % 11;
}
/** From 2032 the remainder of the first check digit may also be 1, 2 or 3. */
const hasCheckDigits = (digits: Digits, at: number): boolean =>
  remainder(digits, at, FIRST) <= 3 && remainder(digits, at, SECOND) === 0;

/** Eleven digits from `at`. Numbers in FH-series (journals) contain no birth date; they begin with 8 or 9. */
function isNationalNumber(digits: Digits, at: number, asUsual: boolean): boolean {
  if (beginsWithBirthday(digits, at)) return asUsual || hasCheckDigits(digits, at);
  return asUsual && digits[at]! >= 8 && hasCheckDigits(digits, at);
}

/** A number with the century, such as `01.01.1990 12345`: thirteen digits, not in the usual groups. */
function isWithCentury(digits: Digits, at: number): boolean {
  const century = twoDigits(digits, at + 4);
  if (century !== 19 && century !== 20) return false;
  return isNationalNumber(Uint8Array.of(...digits.subarray(at, at + 4), ...digits.subarray(at + 6, at + 13)), 0, false);
}

/**
 * True if free text may contain a Norwegian national identity number (R17: no child may be recognised). Eleven adjacent
 * digits are always refused, whatever their check digits, since a mistyped number may still identify a person. In the
 * usual groups (`010170 12345`, `01.01.70-12345`) they are refused if they begin with a possible birth date. In other
 * groups (`0101 7012345`) the check digits must be valid too, since they may be a date and a telephone number.
 */
export function holdsNationalNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
  const digits = new Uint8Array(plain.length);
  /** Sizes of consecutive groups of digits, close enough to be one number. */
  let sizes: number[] = [];
  let [found, start, between] = [0, 0, 0];
  for (let i = 0; i < plain.length; i += 1) {
    const code = plain.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      if (i === 0 || between > 0) sizes.push(0);
      between = 0;
      digits[found++] = code - 48;
      sizes[sizes.length - 1]! += 1;
      continue;
    }
    if (sizes.length === 0) between = 1;
    else if ((between += 1) > LONGEST_BETWEEN || !isBetween(code)) {
      if (isAmong(digits, start, sizes)) return true;
      [sizes, start, between] = [[], found, 1];
    }
  }
  return isAmong(digits, start, sizes);
}

/** True where one of the groups, or some that follow each other, are a number. `start`: of the first group's digits. */
function isAmong(digits: Digits, start: number, sizes: readonly number[]): boolean {
  let at = start;
  for (let first = 0; first < sizes.length; first += 1) {
    if (sizes[first] === 11) return true;
    let length = 0;
    for (let last = first; last < sizes.length && length < 13; last += 1) {
      length += sizes[last]!;
      if (length === 11 && isNationalNumber(digits, at, isUsual(sizes, first, last))) return true;
      if (length === 13 && isWithCentury(digits, at)) return true;
    }
    at += sizes[first]!;
  }
  return false;
}

const USUAL: readonly (readonly number[])[] = [
  [6, 5],
  [2, 2, 2, 5],
  [4, 2, 5],
  [2, 4, 5],
];
const isUsual = (sizes: readonly number[], first: number, last: number): boolean =>
  last - first < 4 &&
  USUAL.some((usual) => usual.length === last - first + 1 && usual.every((size, i) => sizes[first + i] === size));
