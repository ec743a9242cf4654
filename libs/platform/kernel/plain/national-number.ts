import { withoutMarks } from './normalized.js';

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
  return plainDay >= 1 && plainDay <= 31 && IS_MONTH[month] === 1;
}
const twoDigits = (digits: Digits, at: number): number => 10 * digits[at]! + digits[at + 1]!;
const IS_MONTH = Uint8Array.from({ length: 100 }, (_, nr) =>
  Number([0, 40, 65, 80].some((added) => nr > added && nr <= added + 12)),
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
  const plain = withoutMarks(text);
  const digits = new Uint8Array(plain.length);
  /** Bit `n` is set where the digit `n` before the last begins a group; groups before a long gap are forgotten. */
  let groups = 0;
  let [found, between] = [0, 1];
  for (let i = 0; i < plain.length; i += 1) {
    const code = plain.charCodeAt(i);
    if (code >= 48 && code <= 57) {
      groups = (groups << 1) | (between > 0 ? 1 : 0);
      between = 0;
      digits[found++] = code - 48;
      continue;
    }
    if (between === 0 && endsWithNumber(digits, found, groups)) return true;
    between += 1;
    if (between > LONGEST_BETWEEN || !isBetween(code)) groups = 0;
  }
  return between === 0 && endsWithNumber(digits, found, groups);
}

/** True where the last group, or some groups up to it, are a number. `end`: the number of digits read. */
function endsWithNumber(digits: Digits, end: number, groups: number): boolean {
  if (hasBit(groups, 10)) {
    const inner = groups & ALL_OF_TEN;
    if (inner === 0 || isNationalNumber(digits, end - 11, USUAL.has(inner))) return true;
  }
  return hasBit(groups, 12) && isWithCentury(digits, end - 13);
}
const hasBit = (bits: number, nr: number): boolean => ((bits >> nr) & 1) === 1;
const ALL_OF_TEN = 0b11_1111_1111;

/** The usual groups, each as the bits of the digits after the first that begin one. */
const USUAL: ReadonlySet<number> = new Set([
  0b00000_10000, // 6 and 5
  0b01010_10000, // 2, 2, 2 and 5
  0b00010_10000, // 4, 2 and 5
  0b01000_10000, // 2, 4 and 5
]);
