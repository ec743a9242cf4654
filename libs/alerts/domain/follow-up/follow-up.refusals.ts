import type { RefusalTexts } from '#platform/kernel';
import type { FollowUpRule } from './follow-up.decider.js';

export const followUpRefusals: RefusalTexts<FollowUpRule> = {
  NATIONAL_NUMBER_IN_NOTE: {
    kind: 'invalid',
    nb: 'Merknaden inneholder et tall på elleve siffer som kan være et fødselsnummer. Ta det bort, og skriv uten noe som peker på et barn.',
    nn: 'Merknaden inneheld eit tal på elleve siffer som kan vere eit fødselsnummer. Ta det bort, og skriv utan noko som peikar på eit barn.',
    en: 'The note contains an eleven-digit number that may be a national identity number. Remove it, and write nothing that points to a child.',
  },
  NOTHING_TO_REMIND_OF: {
    kind: 'conflict',
    nb: 'Det er ikke noe å minne om lenger: enheten er ikke på etterskudd med dette i dag. Ingen fikk påminnelse.',
    nn: 'Det er ikkje noko å minne om lenger: eininga er ikkje på etterskot med dette i dag. Ingen fekk påminning.',
    en: 'There is nothing to remind of any longer: the unit is not behind with this today. Nobody was reminded.',
  },
  NOBODY_TO_REMIND: {
    kind: 'conflict',
    nb: 'Ingen leder enheten i dag, så det er ingen å minne. Gi noen rollen som leder, eller ring enheten og noter det.',
    nn: 'Ingen leier eininga i dag, så det er ingen å minne. Gi nokon rolla som leiar, eller ring eininga og noter det.',
    en: 'Nobody leads the unit today, so there is nobody to remind. Give someone the role of leader, or call the unit and note it.',
  },
  REMINDED_TODAY: {
    kind: 'conflict',
    nb: 'Enheten er allerede minnet på dette i dag. Vent til i morgen, eller ring.',
    nn: 'Eininga er allereie mint på dette i dag. Vent til i morgon, eller ring.',
    en: 'The unit has already been reminded of this today. Wait until tomorrow, or call.',
  },
  UNKNOWN_PERSON_CALLED: {
    kind: 'invalid',
    nb: 'Personen finnes ikke i kommunen. Velg en annen, eller la feltet stå tomt.',
    nn: 'Personen finst ikkje i kommunen. Vel ein annan, eller la feltet stå tomt.',
    en: 'There is no such person in the municipality. Choose another, or leave the field empty.',
  },
};
