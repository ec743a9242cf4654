import type { RefusalTexts } from '#platform/kernel';
import type { ServiceRule } from './service.decider.js';

/** What is said when a rule about a support service is broken. `NOT_FOUND` is said alike of every stream, elsewhere. */
export const serviceRefusals: RefusalTexts<Exclude<ServiceRule, 'NOT_FOUND'>> = {
  SERVICE_ALREADY_REGISTERED: {
    kind: 'conflict',
    nb: 'Tjenesten er allerede registrert. Endre opplysningene om den i stedet.',
    nn: 'Tenesta er alt registrert. Endre opplysningane om henne i staden.',
    en: 'The service is already registered. Change its details instead.',
  },
  SERVICE_CLOSED: {
    kind: 'conflict',
    nb: 'Tjenesten er avsluttet og kan ikke endres. Registrer en ny tjeneste.',
    nn: 'Tenesta er avslutta og kan ikkje endrast. Registrer ei ny teneste.',
    en: 'The service is closed and cannot be changed. Register a new one.',
  },
  SERVICE_UNIT_NOT_AVAILABLE: {
    kind: 'invalid',
    nb: 'Virksomheten finnes ikke eller er avsluttet. Velg en virksomhet fra listen.',
    nn: 'Verksemda finst ikkje eller er avslutta. Vel ei verksemd frå lista.',
    en: 'The service unit does not exist or is closed. Choose one from the list.',
  },
};
