import type { RefusalTexts } from '#platform/kernel';

export const searchRefusals: RefusalTexts<'SEARCH_FOR_NATIONAL_NUMBER'> = {
  SEARCH_FOR_NATIONAL_NUMBER: {
    kind: 'invalid',
    nb: 'Det ligner et fødselsnummer, og det blir ikke søkt etter: ingenting i Samspill kan finnes slik. Søk på en enhet, en ansatt eller et tiltak.',
    nn: 'Det liknar eit fødselsnummer, og det blir ikkje søkt etter: ingenting i Samspill kan finnast slik. Søk på ei eining, ein tilsett eller eit tiltak.',
    en: 'That looks like a national identity number and is not searched for: nothing in Samspill can be found by it. Search for a unit, a member of staff or an action.',
  },
};
