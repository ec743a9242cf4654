import type { RefusalTexts } from '#platform/kernel';
import type { AlertStepsRule } from './alert-steps.decider.js';

export const alertStepsRefusals: RefusalTexts<AlertStepsRule> = {
  NATIONAL_NUMBER_ON_ALERT: {
    kind: 'invalid',
    nb: 'Merknaden inneholder et tall på elleve siffer som kan være et fødselsnummer. Ta det bort, og skriv uten noe som peker på et barn.',
    nn: 'Merknaden inneheld eit tal på elleve siffer som kan vere eit fødselsnummer. Ta det bort, og skriv utan noko som peikar på eit barn.',
    en: 'The note contains an eleven-digit number that may be a national identity number. Remove it, and write nothing that points to a child.',
  },
  ALERT_NOT_SENT: {
    kind: 'conflict',
    nb: 'Ingen er varslet om dette ennå, så det er ikke noe å svare på. Last siden på nytt.',
    nn: 'Ingen er varsla om dette enno, så det er ikkje noko å svare på. Last sida på nytt.',
    en: 'Nobody has been alerted of this yet, so there is nothing to answer. Reload the page.',
  },
  ALERT_NOT_WAITING: {
    kind: 'conflict',
    nb: 'Varselet venter ikke lenger: det er sluppet fram eller sendt. Last siden på nytt.',
    nn: 'Varselet ventar ikkje lenger: det er sleppt fram eller sendt. Last sida på nytt.',
    en: 'The alert no longer waits: it has been released or sent. Reload the page.',
  },
  ALERT_SNOOZED_BEFORE: {
    kind: 'conflict',
    nb: 'Varselet er utsatt én gang før, og kan ikke utsettes igjen. Fullfør saken, flytt fristen eller be om hjelp.',
    nn: 'Varselet er utsett éin gong før, og kan ikkje utsetjast igjen. Fullfør saka, flytt fristen eller be om hjelp.',
    en: 'The alert has been put aside once before and cannot be again. Complete the matter, move its due date or ask for help.',
  },
  SNOOZE_NOT_AHEAD: {
    kind: 'invalid',
    nb: 'Velg en dag etter i dag.',
    nn: 'Vel ein dag etter i dag.',
    en: 'Choose a day after today.',
  },
  SNOOZE_TOO_LONG: {
    kind: 'invalid',
    nb: 'Et varsel kan utsettes i høyst 30 dager. Velg en tidligere dag.',
    nn: 'Eit varsel kan utsetjast i høgst 30 dagar. Vel ein tidlegare dag.',
    en: 'An alert can be put aside for 30 days at most. Choose an earlier day.',
  },
  ALERT_HANDLED: {
    kind: 'conflict',
    nb: 'Varselet er allerede merket som håndtert. Last siden på nytt.',
    nn: 'Varselet er allereie merkt som handtert. Last sida på nytt.',
    en: 'The alert is already marked as handled. Reload the page.',
  },
  ALERT_NOT_YOURS_TO_HANDLE: {
    kind: 'conflict',
    nb: 'Bare den som varselet nå er kommet til, som leder for tjenesten eller koordinator, kan spørre eller merke det som håndtert. Gjør noe med saken selv, eller utsett varselet.',
    nn: 'Berre den som varselet no er kome til, som leiar for tenesta eller koordinator, kan spørje eller merkje det som handtert. Gjer noko med saka sjølv, eller utset varselet.',
    en: 'Only the person whom the alert has come to, as leader of the service or coordinator, can ask or mark it as handled. Act on the matter yourself, or put the alert aside.',
  },
  NO_OWNER_TO_ASK: {
    kind: 'conflict',
    nb: 'Ingen har ansvaret for tiltaket i dag, så det er ingen å spørre. Koordinatoren må gi det til en annen.',
    nn: 'Ingen har ansvaret for tiltaket i dag, så det er ingen å spørje. Koordinatoren må gi det til ein annan.',
    en: 'Nobody is responsible for the action today, so there is nobody to ask. The coordinator must assign it to another person.',
  },
};
