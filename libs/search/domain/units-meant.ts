/** Most units a word may refer to; a word with more, such as «skole», does not identify any. */
const MOST_MEANT = 12;

/**
 * For each word the units that it can refer to, among those with the word in their names. A common word is narrowed
 * down by the other words: «nansenparken skole» is one school, and «skole» alone is none.
 */
export function unitsMeant(byWord: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const decisive = byWord.filter((units) => units.length > 0 && units.length <= MOST_MEANT).flat();
  const common = byWord.filter((units) => units.length > MOST_MEANT);
  const shared = (common[0] ?? []).filter((unit) => common.every((units) => units.includes(unit)));
  const left = decisive.length > 0 ? decisive : shared.length <= MOST_MEANT ? shared : [];
  return byWord.map((units) => (units.length <= MOST_MEANT ? units : units.filter((unit) => left.includes(unit))));
}
