import type { RefusalTexts } from '#platform/kernel';
import type { IdentityRule } from './identity.decider.js';

/** Texts for broken rules about who signs in as whom. */
export const identityRefusals: RefusalTexts<IdentityRule> = {
  ASKED_AGAIN_TOO_SOON: {
    kind: 'conflict',
    nb: 'Koordinatoren har sagt nei i dag. Ta kontakt med koordinatoren hvis det er feil; du kan spørre igjen fra i morgen.',
    nn: 'Koordinatoren har sagt nei i dag. Ta kontakt med koordinatoren om det er feil; du kan spørje igjen frå i morgon.',
    en: 'The coordinator has said no today. Contact the coordinator if that is wrong; you can ask again from tomorrow.',
  },
  SIGN_IN_NOT_WAITING: {
    kind: 'conflict',
    nb: 'Denne innloggingen venter ikke lenger på svar. Last siden på nytt for å se hva som er bestemt.',
    nn: 'Denne innlogginga ventar ikkje lenger på svar. Last sida på nytt for å sjå kva som er bestemt.',
    en: 'This sign-in no longer waits for an answer. Reload the page to see what was decided.',
  },
  SIGN_IN_APPROVED_FOR_ANOTHER: {
    kind: 'conflict',
    nb: 'Denne innloggingen er allerede godkjent for en annen person. Avslutt den godkjenningen først.',
    nn: 'Denne innlogginga er alt godkjend for ein annan person. Avslutt den godkjenninga først.',
    en: 'This sign-in is already approved for another person. End that approval first.',
  },
  PERSON_HOLDS_NO_ROLE: {
    kind: 'invalid',
    nb: 'Personen har ingen rolle nå eller senere, og kan derfor ikke logge inn. Gi personen en rolle først.',
    nn: 'Personen har inga rolle no eller seinare, og kan difor ikkje logge inn. Gi personen ei rolle først.',
    en: 'The person holds no role now or later and can therefore not sign in. Give the person a role first.',
  },
  SIGN_IN_NOT_APPROVED: {
    kind: 'conflict',
    nb: 'Denne innloggingen er ikke godkjent. Last siden på nytt.',
    nn: 'Denne innlogginga er ikkje godkjend. Last sida på nytt.',
    en: 'This sign-in is not approved. Reload the page.',
  },
};
