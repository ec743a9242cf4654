import type { RefusalTexts } from '#platform/kernel';
import type { IdentityRule } from '../identity/identity.decider.js';
import type { InvitationRule } from './invitation.decider.js';

/** Texts for broken rules about invitations; those that hold for every sign-in are with the identity. */
export const invitationRefusals: RefusalTexts<Exclude<InvitationRule, IdentityRule>> = {
  INVITATION_UNKNOWN: {
    kind: 'conflict',
    nb: 'Lenken gjelder ikke. Den kan være erstattet av en nyere. Be om en ny.',
    nn: 'Lenkja gjeld ikkje. Ho kan vere erstatta av ei nyare. Be om ei ny.',
    en: 'The link is not valid. A newer one may have replaced it. Ask for a new one.',
  },
  INVITATION_USED: {
    kind: 'conflict',
    nb: 'Lenken er brukt, og virker bare én gang. Logg inn på vanlig måte, eller be om en ny.',
    nn: 'Lenkja er brukt, og verkar berre éin gong. Logg inn på vanleg måte, eller be om ei ny.',
    en: 'The link has been used, and works only once. Sign in as usual, or ask for a new one.',
  },
  INVITATION_EXPIRED: {
    kind: 'conflict',
    nb: 'Lenken er for gammel. Be om en ny.',
    nn: 'Lenkja er for gammal. Be om ei ny.',
    en: 'The link is too old. Ask for a new one.',
  },
  INVITATION_REVOKED: {
    kind: 'conflict',
    nb: 'Lenken er trukket tilbake. Be om en ny.',
    nn: 'Lenkja er trekt tilbake. Be om ei ny.',
    en: 'The link was withdrawn. Ask for a new one.',
  },
  INVITATION_NOT_OPEN: {
    kind: 'conflict',
    nb: 'Personen har ingen lenke som kan trekkes tilbake. Last siden på nytt.',
    nn: 'Personen har inga lenkje som kan trekkjast tilbake. Last sida på nytt.',
    en: 'The person has no link that could be withdrawn. Reload the page.',
  },
};
