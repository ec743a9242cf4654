import type { RefusalTexts } from '#platform/kernel';
import type { ServiceRule } from './service.decider.js';

/**
 * Texts for broken rules about a support service. `NOT_FOUND` has the same text for every stream, defined elsewhere.
 */
export const serviceRefusals: RefusalTexts<Exclude<ServiceRule, 'NOT_FOUND'>> = {
  SERVICE_ALREADY_REGISTERED: {
    kind: 'conflict',
    nb: 'Tjenesten er allerede registrert. Endre opplysningene om den i stedet.',
    nn: 'Tenesta er alt registrert. Endre opplysningane om henne i staden.',
    en: 'The service is already registered. Change its details instead.',
  },
  SERVICE_CLOSED: {
    kind: 'conflict',
    nb: 'Tjenesten er lagt ned og kan ikke endres. Gjenåpne den først hvis den er i drift.',
    nn: 'Tenesta er lagd ned og kan ikkje endrast. Opne henne att først dersom ho er i drift.',
    en: 'The service is closed and cannot be changed. Reopen it first if it is running.',
  },
  SERVICE_CLOSED_BEFORE_REOPENED: {
    kind: 'invalid',
    nb: 'Tjenesten kan ikke legges ned før dagen den ble gjenåpnet fra. Velg en senere dato.',
    nn: 'Tenesta kan ikkje leggjast ned før dagen ho vart opna att frå. Vel ein seinare dato.',
    en: 'The service cannot close before the day it was reopened from. Choose a later date.',
  },
  SERVICE_REOPENED_BEFORE_CLOSED: {
    kind: 'invalid',
    nb: 'Tjenesten kan ikke gjenåpnes før den ble lagt ned. Velg en senere dato.',
    nn: 'Tenesta kan ikkje opnast att før ho vart lagd ned. Vel ein seinare dato.',
    en: 'The service cannot reopen before it closed. Choose a later date.',
  },
  SERVICE_CLOSURE_BEGUN: {
    kind: 'conflict',
    nb: 'Tjenesten er alt lagt ned, og det kan ikke angres. Gjenåpne fra en dag i stedet.',
    nn: 'Tenesta er alt lagd ned, og det kan ikkje angrast. Opne att frå ein dag i staden.',
    en: 'The service has already closed, and that cannot be withdrawn. Reopen from a day instead.',
  },
  SERVICE_UNIT_NOT_AVAILABLE: {
    kind: 'invalid',
    nb: 'Virksomheten finnes ikke eller er lagt ned. Velg en virksomhet fra listen.',
    nn: 'Verksemda finst ikkje eller er lagd ned. Vel ei verksemd frå lista.',
    en: 'The service unit does not exist or is closed. Choose one from the list.',
  },
};
