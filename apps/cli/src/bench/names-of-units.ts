// prettier-ignore
const PLACES = [
  'Berg', 'Haugen', 'Hagen', 'Bakken', 'Moen', 'Solberg', 'Strand', 'Lund', 'Eide', 'Vik', 'Nygård', 'Aasen', 'Tveit',
  'Ødegård', 'Bråten', 'Fjeld', 'Løken', 'Brekke', 'Grønli', 'Holmen', 'Sandvik', 'Hovland', 'Fossum', 'Rustad',
] as const;
const SIDES = ['', 'Nordre ', 'Søndre ', 'Øvre ', 'Nedre ', 'Ytre '] as const;

const one = <T>(of: readonly T[], nr: number): T => of[nr % of.length]!;

/** The name of an invented unit; any likeness is chance. */
export const nameOfUnit = (nr: number, kind: 'school' | 'kindergarten'): string =>
  `${one(SIDES, Math.floor(nr / PLACES.length))}${one(PLACES, nr)} ${kind === 'school' ? 'skole' : 'barnehage'}`;
