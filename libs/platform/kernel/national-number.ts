const ELEVEN_TOGETHER = /(?<!\d)\d{11}(?!\d)/;
const SIX_AND_FIVE = /(?<!\d)(\d{2})[\s./]?(\d{2})[\s./]?\d{2}[\s.\-‐-―_:/]{1,3}\d{5}(?!\d)/g;

/** D-numbers add 40 to the day; H-numbers and the registers' test people add 40, 65 or 80 to the month. */
const isDayOfBirth = (day: number, month: number): boolean => {
  const plainDay = day > 40 ? day - 40 : day;
  const isMonth = [0, 40, 65, 80].some((added) => month - added >= 1 && month - added <= 12);
  return plainDay >= 1 && plainDay <= 31 && isMonth;
};

/**
 * True when free text holds what may be a Norwegian national identity number (R17: no child may be recognised).
 * Eleven digits together are refused whatever they are: check digits are not asked for, because a number that is
 * mistyped points at someone all the same, and from 2032 new numbers follow other check rules. Written in two parts
 * (`010170 12345`, `01.01.70-12345`) it is refused where the first part can be a day of birth.
 */
export function holdsNationalNumber(text: string): boolean {
  const plain = text.normalize('NFKC').replace(/[\u00ad\u200b-\u200d\u2060\ufeff]/g, '');
  if (ELEVEN_TOGETHER.test(plain)) return true;
  return [...plain.matchAll(SIX_AND_FIVE)].some(([, day, month]) => isDayOfBirth(Number(day), Number(month)));
}
