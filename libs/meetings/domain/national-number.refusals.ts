import type { RefusalText } from '#platform/kernel';

/** Refusal for free text that may contain a national number (R17). */
export const NATIONAL_NUMBER_IN_TEXT: RefusalText = {
  kind: 'invalid',
  nb: 'Teksten inneholder et tall på elleve siffer som kan være et fødselsnummer. Ta det bort, og skriv uten noe som peker på et barn.',
  nn: 'Teksten inneheld eit tal på elleve siffer som kan vere eit fødselsnummer. Ta det bort, og skriv utan noko som peikar på eit barn.',
  en: 'The text contains an eleven-digit number that may be a national identity number. Remove it, and write nothing that points to a child.',
};
