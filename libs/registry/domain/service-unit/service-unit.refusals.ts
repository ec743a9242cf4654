import type { RefusalTexts } from '#platform/kernel';
import type { ServiceUnitRule } from './service-unit.decider.js';

/** Texts for broken rules about a service unit. `NOT_FOUND` has the same text for every stream, defined elsewhere. */
export const serviceUnitRefusals: RefusalTexts<Exclude<ServiceUnitRule, 'NOT_FOUND'>> = {
  SERVICE_UNIT_ALREADY_REGISTERED: {
    kind: 'conflict',
    nb: 'Virksomheten er allerede registrert. Endre navnet i stedet.',
    nn: 'Verksemda er alt registrert. Endre namnet i staden.',
    en: 'The service unit is already registered. Rename it instead.',
  },
  SERVICE_UNIT_CLOSED: {
    kind: 'conflict',
    nb: 'Virksomheten er lagt ned og kan ikke endres. Gjenåpne den først hvis den er i drift.',
    nn: 'Verksemda er lagd ned og kan ikkje endrast. Opne henne att først dersom ho er i drift.',
    en: 'The service unit is closed and cannot be changed. Reopen it first if it is running.',
  },
  SERVICE_UNIT_CLOSED_BEFORE_REOPENED: {
    kind: 'invalid',
    nb: 'Virksomheten kan ikke legges ned før dagen den ble gjenåpnet fra. Velg en senere dato.',
    nn: 'Verksemda kan ikkje leggjast ned før dagen ho vart opna att frå. Vel ein seinare dato.',
    en: 'The service unit cannot close before the day it was reopened from. Choose a later date.',
  },
  SERVICE_UNIT_REOPENED_BEFORE_CLOSED: {
    kind: 'invalid',
    nb: 'Virksomheten kan ikke gjenåpnes før den ble lagt ned. Velg en senere dato.',
    nn: 'Verksemda kan ikkje opnast att før ho vart lagd ned. Vel ein seinare dato.',
    en: 'The service unit cannot reopen before it closed. Choose a later date.',
  },
  SERVICE_UNIT_CLOSURE_BEGUN: {
    kind: 'conflict',
    nb: 'Virksomheten er alt lagt ned, og det kan ikke angres. Gjenåpne fra en dag i stedet.',
    nn: 'Verksemda er alt lagd ned, og det kan ikkje angrast. Opne att frå ein dag i staden.',
    en: 'The service unit has already closed, and that cannot be withdrawn. Reopen from a day instead.',
  },
  SERVICE_UNIT_LEADS_SERVICES: {
    kind: 'conflict',
    nb: 'Virksomheten har fortsatt tjenester. Flytt dem eller legg dem ned først.',
    nn: 'Verksemda har framleis tenester. Flytt dei eller legg dei ned først.',
    en: 'The service unit still leads services. Move or close them first.',
  },
};
