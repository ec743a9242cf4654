/** A word that more units than this have in their names, such as «skole», does not say which unit is meant. */
const MOST_MEANT = 12;

/**
 * For each word the units that it can mean, of those that have it in their names. A word that many have means no more than
 * the units that the other words leave: «nansenparken skole» is one school, and «skole» alone is none.
 */
export function unitsMeant(byWord: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const telling = byWord.filter((units) => units.length > 0 && units.length <= MOST_MEANT).flat();
  const common = byWord.filter((units) => units.length > MOST_MEANT);
  const shared = (common[0] ?? []).filter((unit) => common.every((units) => units.includes(unit)));
  const left = telling.length > 0 ? telling : shared.length <= MOST_MEANT ? shared : [];
  return byWord.map((units) => (units.length <= MOST_MEANT ? units : units.filter((unit) => left.includes(unit))));
}
