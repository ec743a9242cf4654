// Common Norwegian names combined at random: any likeness to a living person is chance.

// prettier-ignore
export const WOMEN = [
  'Anne', 'Ingrid', 'Kari', 'Marit', 'Liv', 'Solveig', 'Hilde', 'Silje', 'Camilla', 'Nina', 'Berit', 'Astrid',
  'Ida', 'Maria', 'Hanne', 'Randi', 'Tone', 'Elisabeth', 'Marte', 'Sunniva', 'Gro', 'Åse', 'Turid', 'Kristin',
  'Fatima', 'Amina', 'Ewa', 'Linn', 'Helene', 'Guro', 'Ragnhild', 'Bente', 'Trine', 'Vigdis', 'Line', 'Eli',
] as const;
// prettier-ignore
export const MEN = [
  'Lars', 'Ole', 'Per', 'Jan', 'Erik', 'Magnus', 'Håkon', 'Bjørn', 'Terje', 'Øyvind', 'Kjetil', 'Trond', 'Sindre',
  'Eirik', 'Geir', 'Svein', 'Morten', 'Anders', 'Henrik', 'Jonas', 'Ali', 'Piotr', 'Tor', 'Espen',
] as const;
// prettier-ignore
export const SURNAMES = [
  'Hansen', 'Johansen', 'Olsen', 'Larsen', 'Andersen', 'Pedersen', 'Nilsen', 'Kristiansen', 'Jensen', 'Karlsen',
  'Berg', 'Haugen', 'Hagen', 'Bakken', 'Lie', 'Moen', 'Solberg', 'Strand', 'Lund', 'Dahl', 'Eide', 'Vik', 'Nygård',
  'Aasen', 'Myhre', 'Sæther', 'Tveit', 'Rønning', 'Ødegård', 'Bråten', 'Fjeld', 'Skaug', 'Løken', 'Ahmed', 'Nowak',
  'Brekke', 'Grønli', 'Holmen', 'Kvamme', 'Sandvik', 'Ulvestad', 'Øien', 'Hovland', 'Fossum', 'Næss', 'Rustad',
] as const;
/** Invented schools: name, pupils, private. */
export const SCHOOLS = [
  ['Fjordvik sentralskole', 412],
  ['Nordre Fjordvik skole', 287],
  ['Storåsdalen skole', 198],
  ['Havørn skole', 156],
  ['Lyngneset skole', 231],
  ['Kvernmoen ungdomsskole', 344],
  ['Tjeldsvika ungdomsskole', 268],
  ['Bergslia oppvekstsenter skole', 48],
  ['Indre Lyngfjord skole', 17],
  ['Solvollmarka skole', 175],
  ['Ytre Fjordvik skole', 122],
  ['Fjordvik montessoriskole', 64],
] as const satisfies readonly (readonly [string, number])[];

/** Invented kindergartens: name, children. */
export const KINDERGARTENS = [
  ['Bergslia oppvekstsenter barnehage', 22],
  ['Marihøna barnehage Fjordvik', 68],
  ['Havørnungen barnehage', 54],
  ['Blåveislia barnehage', 72],
  ['Trollsteinsvingen barnehage', 46],
  ['Lyngneset barnehage', 61],
  ['Kvernmoen barnehage', 83],
  ['Tiriltunga barnehage', 38],
  ['Regnbuelia barnehage Fjordvik', 57],
  ['Sjøstjernevika barnehage', 64],
  ['Stallbakken gårdsbarnehage', 29],
  ['Eikenøttskogen barnehage', 51],
  ['Fjellrypa barnehage', 18],
  ['Solvollmarka barnehage', 76],
  ['Skutevika barnehage', 44],
  ['Maurtuestien barnehage', 59],
  ['Vesletun friluftsbarnehage', 35],
  ['Ytre Fjordvik barnehage', 33],
  ['Knøttehjørnet familiebarnehage Fjordvik', 9],
  ['Åpen barnehage Fjordvik', 24],
] as const satisfies readonly (readonly [string, number])[];

export const AREAS = ['Sentrum', 'Nord', 'Lyngfjord', 'Ytre'] as const;
