import type { RefusalTexts } from '#platform/kernel';
import type { AgreementRule } from './agreement.decider.js';

export const agreementRefusals: RefusalTexts<AgreementRule> = {
  AGREEMENT_WITHOUT_MEETINGS: {
    kind: 'conflict',
    nb: 'Enheten har ingen møter i skoleåret, så det er ikke noe å avtale. Legg årsplanen først.',
    nn: 'Eininga har ingen møte i skuleåret, så det er ikkje noko å avtale. Legg årsplanen først.',
    en: 'The unit has no meetings in the school year, so there is nothing to agree on. Plan the year first.',
  },
  AGREEMENT_WITHOUT_MEMBERS: {
    kind: 'conflict',
    nb: 'Enheten har ingen faste deltakere. Velg dem på enhetens side først.',
    nn: 'Eininga har ingen faste deltakarar. Vel dei på sida til eininga først.',
    en: 'The unit has no standing participants. Choose them on the unit’s page first.',
  },
  AGREEMENT_WITHOUT_SERVICES: {
    kind: 'conflict',
    nb: 'Ingen tjeneste er knyttet til enheten. Be koordinator knytte tjenestene til den først.',
    nn: 'Inga teneste er knytt til eininga. Be koordinator knyte tenestene til ho først.',
    en: 'No service serves the unit. Ask the coordinator to assign the services first.',
  },
  AGREEMENT_NOT_PROPOSED: {
    kind: 'conflict',
    nb: 'Det er ikke foreslått noen avtale for skoleåret. Foreslå den først.',
    nn: 'Det er ikkje foreslått nokon avtale for skuleåret. Foreslå han først.',
    en: 'No agreement is proposed for the school year. Propose it first.',
  },
  AGREEMENT_PROPOSED_ANEW: {
    kind: 'conflict',
    nb: 'Avtalen er foreslått på nytt siden du leste den. Les den nye versjonen, og godkjenn den.',
    nn: 'Avtalen er foreslått på nytt sidan du las han. Les den nye versjonen, og godkjenn han.',
    en: 'The agreement has been proposed anew since you read it. Read the new version, and approve that.',
  },
  AGREEMENT_OF_OTHER_SERVICES: {
    kind: 'conflict',
    nb: 'Du leder ingen av tjenestene i avtalen. Den som leder dem, godkjenner for tjenestene; koordinator gjør det bare når ingen av dem har en leder.',
    nn: 'Du leier ingen av tenestene i avtalen. Den som leier dei, godkjenner for tenestene; koordinator gjer det berre når ingen av dei har ein leiar.',
    en: 'You lead none of the services in the agreement. Their leader approves for the services; the coordinator does so only where none of them has a leader.',
  },
};
