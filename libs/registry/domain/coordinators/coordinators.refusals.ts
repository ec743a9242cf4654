import type { RefusalTexts } from '#platform/kernel';
import type { CoordinatorsRule } from './coordinators.decider.js';

/** Texts for broken rules about a municipality's coordinators. */
export const coordinatorsRefusals: RefusalTexts<CoordinatorsRule> = {
  LAST_COORDINATOR: {
    kind: 'conflict',
    nb: 'Kommunen ville stå uten koordinator. Gi rollen til en annen først, uten sluttdato.',
    nn: 'Kommunen ville stå utan koordinator. Gi rolla til ein annan først, utan sluttdato.',
    en: 'The municipality would be left without a coordinator. Give the role to someone else first, without an end date.',
  },
};
