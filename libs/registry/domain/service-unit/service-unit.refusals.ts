import type { RefusalTexts } from '#platform/kernel';
import type { ServiceUnitRule } from './service-unit.decider.js';

/** What is said when a rule about a service unit is broken. `NOT_FOUND` is said alike of every stream, elsewhere. */
export const serviceUnitRefusals: RefusalTexts<Exclude<ServiceUnitRule, 'NOT_FOUND'>> = {
  SERVICE_UNIT_ALREADY_REGISTERED: {
    kind: 'conflict',
    nb: 'Virksomheten er allerede registrert. Endre navnet i stedet.',
    nn: 'Verksemda er alt registrert. Endre namnet i staden.',
    en: 'The service unit is already registered. Rename it instead.',
  },
  SERVICE_UNIT_CLOSED: {
    kind: 'conflict',
    nb: 'Virksomheten er avsluttet og kan ikke endres. Registrer en ny virksomhet.',
    nn: 'Verksemda er avslutta og kan ikkje endrast. Registrer ei ny verksemd.',
    en: 'The service unit is closed and cannot be changed. Register a new one.',
  },
  SERVICE_UNIT_LEADS_SERVICES: {
    kind: 'conflict',
    nb: 'Virksomheten har fortsatt tjenester. Flytt eller avslutt dem først.',
    nn: 'Verksemda har framleis tenester. Flytt eller avslutt dei først.',
    en: 'The service unit still leads services. Move or close them first.',
  },
};
