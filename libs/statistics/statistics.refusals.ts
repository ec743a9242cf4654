import type { RefusalTexts } from '#platform/kernel';

/** Rules about questions to the statistics. */
export type StatisticsRule = 'INDICATOR_UNKNOWN' | 'BREAKDOWN_NOT_ALLOWED';

export const statisticsRefusals: RefusalTexts<StatisticsRule> = {
  INDICATOR_UNKNOWN: {
    kind: 'not-found',
    nb: 'Statistikken har ikke et tall med dette nummeret, eller det kan ikke regnes ut ennå. Velg et fra oversikten.',
    nn: 'Statistikken har ikkje eit tal med dette nummeret, eller det kan ikkje reknast ut enno. Vel eit frå oversikta.',
    en: 'The statistics have no figure with this number, or it cannot be computed yet. Choose one from the list.',
  },
  BREAKDOWN_NOT_ALLOWED: {
    kind: 'invalid',
    nb: 'Dette tallet kan ikke deles slik. Velg en av inndelingene som er nevnt.',
    nn: 'Dette talet kan ikkje delast slik. Vel ei av inndelingane som er nemnde.',
    en: 'This figure cannot be divided like that. Choose one of the divisions that are named.',
  },
};
