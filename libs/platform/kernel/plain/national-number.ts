/** What may stand between groups of digits that are one number. */
const BETWEEN = /^[\s.\-‐-―_:/]{1,3}$/;
const LONGEST_BETWEEN = 3;

/** D-numbers add 40 to the day; H-numbers and the registers' test people add 40, 65 or 80 to the month. */
const beginsWithBirthday = (digits: string): boolean => {
  const [day, month] = [Number(digits.slice(0, 2)), Number(digits.slice(2, 4))];
  const plainDay = day > 40 ? day - 40 : day;
  const isMonth = [0, 40, 65, 80].some((added) => month - added >= 1 && month - added <= 12);
  return plainDay >= 1 && plainDay <= 31 && isMonth;
};

const FIRST = [3, 7, 6, 1, 8, 9, 4, 5, 2, 1];
const SECOND = [5, 4, 3, 2, 7, 6, 5, 4, 3, 2, 1];
const remainder = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0) % 11;
/** From 2032 the first check digit may leave 1, 2 or 3 too. */
const hasCheckDigits = (digits: string): boolean => remainder(digits, FIRST) <= 3 && remainder(digits, SECOND) === 0;

/** Eleven digits written in groups of these sizes. Numbers in FH-series (journals) have no birthday; they begin with 8 or 9. */
function isNationalNumber(digits: string, sizes: readonly number[]): boolean {
  const asUsual = ['6,5', '2,2,2,5', '4,2,5', '2,4,5'].includes(sizes.join());
  if (asUsual && beginsWithBirthday(digits)) return true;
  return hasCheckDigits(digits) && (beginsWithBirthday(digits) || (asUsual && digits >= '8'));
}

/** With the century left out: `01.01.1990 12345` is thirteen digits, and not in the usual groups. */
const withoutCentury = (digits: string): string => digits.replace(/^(\d{4})(?:19|20)(\d{7})$/, '$1$2');

/**
 * True when free text holds what may be a Norwegian national identity number (R17: no child may be recognised).
 * Eleven digits together are refused whatever they are: check digits are not asked for, because a number that is
 * mistyped points at someone all the same. Written as it usually is (`010170 12345`, `01.01.70-12345`) it is refused where
 * it begins with what can be a birthday. In any other groups (`0101 7012345`) the check digits must be right too, for
 * then it may as well be a telephone number after a date.
 */
export function holdsNationalNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
  for (const groups of chains(plain)) if (groups.some(({ length }) => length === 11) || isAmong(groups)) return true;
  return false;
}

/** Groups of digits that follow each other with little enough between them to be one number. Reads each sign once. */
function* chains(text: string): Generator<readonly string[]> {
  let chain: string[] = [];
  let end = 0;
  for (const { 0: digits, index } of text.matchAll(/\d+/g)) {
    const isNext = index - end <= LONGEST_BETWEEN && BETWEEN.test(text.slice(end, index));
    if (!isNext && chain.length > 0) {
      yield chain;
      chain = [];
    }
    chain.push(digits);
    end = index + digits.length;
  }
  if (chain.length > 0) yield chain;
}

/** True where some of the groups that follow each other are one. */
function isAmong(groups: readonly string[]): boolean {
  return groups.some((_, first) => {
    let digits = '';
    for (let last = first; last < groups.length && digits.length < 13; last += 1) {
      // A longer group is no part of one, whatever stands before it.
      if (groups[last]!.length > 13) return false;
      digits += groups[last]!;
      // Eleven digits, or thirteen with the century.
      if (digits.length !== 11 && digits.length !== 13) continue;
      const eleven = withoutCentury(digits);
      const sizes = digits.length === 11 ? groups.slice(first, last + 1).map(({ length }) => length) : [];
      if (eleven.length === 11 && isNationalNumber(eleven, sizes)) return true;
    }
    return false;
  });
}
