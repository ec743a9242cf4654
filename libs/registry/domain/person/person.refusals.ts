import type { RefusalTexts } from '#platform/kernel';
import { coordinatorsRefusals } from '../coordinators/coordinators.refusals.js';
import type { PersonRule } from './person.decider.js';

/**
 * Texts for broken rules about a person or a role. `NOT_FOUND` has the same text for every stream, defined elsewhere.
 */
export const personRefusals: RefusalTexts<Exclude<PersonRule, 'NOT_FOUND'>> = {
  PERSON_ALREADY_REGISTERED: {
    kind: 'conflict',
    nb: 'Personen er allerede registrert. Endre opplysningene i stedet.',
    nn: 'Personen er alt registrert. Endre opplysningane i staden.',
    en: 'The person is already registered. Change the details instead.',
  },
  ROLE_PLACE_MISSING: {
    kind: 'invalid',
    nb: 'Rollen mangler et sted. Velg enheten, tjenesten eller virksomheten den gjelder.',
    nn: 'Rolla manglar ein stad. Vel eininga, tenesta eller verksemda ho gjeld.',
    en: 'The role lacks a place. Choose the unit, service or service unit it is held at.',
  },
  ROLE_PLACE_NOT_WANTED: {
    kind: 'invalid',
    nb: 'Rollen gjelder ikke dette stedet. Ta bort stedet, eller velg en annen rolle.',
    nn: 'Rolla gjeld ikkje denne staden. Ta bort staden, eller vel ei anna rolle.',
    en: 'The role is not held at this place. Remove the place, or choose another role.',
  },
  ROLE_PLACE_UNKNOWN: {
    kind: 'invalid',
    nb: 'Stedet finnes ikke i kommunen eller er lagt ned. Velg et annet.',
    nn: 'Staden finst ikkje i kommunen eller er lagd ned. Vel ein annan.',
    en: 'The place does not exist in the municipality or is closed. Choose another.',
  },
  ROLE_ENDS_BEFORE_IT_BEGINS: {
    kind: 'invalid',
    nb: 'Rollen kan ikke slutte før den begynner. Rett datoen.',
    nn: 'Rolla kan ikkje slutte før ho byrjar. Rett datoen.',
    en: 'The role cannot end before it begins. Correct the date.',
  },
  ROLE_OVERLAPS: {
    kind: 'conflict',
    nb: 'Personen har allerede denne rollen her i det samme tidsrommet. Avslutt den første, eller velg andre datoer.',
    nn: 'Personen har alt denne rolla her i det same tidsrommet. Avslutt den første, eller vel andre datoar.',
    en: 'The person already holds this role here in the same period. End the first, or choose other dates.',
  },
  SUBSTITUTE_FOR_ONESELF: {
    kind: 'invalid',
    nb: 'En person kan ikke være vikar for seg selv. Velg en annen.',
    nn: 'Ein person kan ikkje vere vikar for seg sjølv. Vel ein annan.',
    en: 'A person cannot stand in for themselves. Choose another.',
  },
  SUBSTITUTE_WITHOUT_ROLE: {
    kind: 'conflict',
    nb: 'Den som er borte, har ikke rollen i hele tidsrommet. Velg datoer da rollen varer.',
    nn: 'Den som er borte, har ikkje rolla i heile tidsrommet. Vel datoar då rolla varer.',
    en: 'The person who is away does not hold the role in the whole period. Choose dates on which they do.',
  },
  ...coordinatorsRefusals,
  ROLE_UNKNOWN: {
    kind: 'not-found',
    nb: 'Personen har ikke denne rollen. Last inn personen på nytt og velg en rolle fra listen.',
    nn: 'Personen har ikkje denne rolla. Last inn personen på nytt og vel ei rolle frå lista.',
    en: 'The person does not have this role. Read the person again and choose a role from the list.',
  },
};
