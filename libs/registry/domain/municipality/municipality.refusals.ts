import type { RefusalTexts } from '#platform/kernel';
import type { MunicipalityRule } from './municipality.decider.js';

/** Texts for broken rules about a municipality. `NOT_FOUND` has the same text for every stream, defined elsewhere. */
export const municipalityRefusals: RefusalTexts<Exclude<MunicipalityRule, 'NOT_FOUND'>> = {
  MUNICIPALITY_ALREADY_REGISTERED: {
    kind: 'conflict',
    nb: 'Kommunen er allerede registrert med andre opplysninger. Endre opplysningene i stedet.',
    nn: 'Kommunen er alt registrert med andre opplysningar. Endre opplysningane i staden.',
    en: 'The municipality is already registered with other details. Change the details instead.',
  },
  DEMO_IS_FIXED: {
    kind: 'conflict',
    nb: 'Om dette er demodata, ble avgjort da kommunen ble registrert, og kan ikke endres: ingen ville kunne logge inn. Registrer en kommune til i stedet.',
    nn: 'Om dette er demodata, vart avgjort då kommunen vart registrert, og kan ikkje endrast: ingen ville kunne logge inn. Registrer ein kommune til i staden.',
    en: 'Whether this is demo data was decided when the municipality was registered and cannot be changed: nobody could sign in. Register another municipality instead.',
  },
  NUMBER_IS_THE_SAME: {
    kind: 'conflict',
    nb: 'Kommunen har dette nummeret allerede. Oppgi det nye nummeret.',
    nn: 'Kommunen har dette nummeret alt. Oppgje det nye nummeret.',
    en: 'The municipality has this number already. Give the new number.',
  },
  NUMBER_CHANGE_NOT_AFTER_THE_LAST: {
    kind: 'invalid',
    nb: 'Datoen er ikke etter kommunens forrige nummerskifte. Velg en senere dato.',
    nn: 'Datoen er ikkje etter det førre nummerskiftet til kommunen. Vel ein seinare dato.',
    en: 'The date is not after the municipality’s last change of number. Choose a later date.',
  },
  NUMBER_OF_ANOTHER: {
    kind: 'conflict',
    nb: 'En annen kommune har dette nummeret på den datoen eller senere. Kontroller nummeret og datoen.',
    nn: 'Ein annan kommune har dette nummeret på den datoen eller seinare. Kontroller nummeret og datoen.',
    en: 'Another municipality has this number on that date or later. Check the number and the date.',
  },
  MONTH_TWICE: {
    kind: 'invalid',
    nb: 'Den samme måneden står flere ganger. Oppgi hver møtemåned én gang.',
    nn: 'Den same månaden står fleire gonger. Oppgje kvar møtemånad éin gong.',
    en: 'The same month is listed more than once. Give each mandatory month once.',
  },
  AGE_SPAN_REVERSED: {
    kind: 'invalid',
    nb: 'Aldersspennet begynner etter at det slutter. La «fra» være lik eller lavere enn «til».',
    nn: 'Aldersspennet byrjar etter at det sluttar. Lat «frå» vere lik eller lågare enn «til».',
    en: 'The age span begins after it ends. Let “from” be equal to or lower than “to”.',
  },
  REMINDERS_OUT_OF_ORDER: {
    kind: 'invalid',
    nb: 'Påminnelsene kommer i feil rekkefølge. Påminnelse skal komme først, så varsel, så beskjed til koordinator.',
    nn: 'Påminningane kjem i feil rekkjefølgje. Påminning skal kome først, så varsel, så melding til koordinator.',
    en: 'The reminders are out of order. The reminder comes first, then the alert, then word to the coordinator.',
  },
  LADDER_OUT_OF_ORDER: {
    kind: 'invalid',
    nb: 'Trinnene i varslingen kommer i feil rekkefølge, eller to av dem kommer på samme dag. La hvert trinn komme etter det forrige.',
    nn: 'Trinna i varslinga kjem i feil rekkjefølgje, eller to av dei kjem på same dag. Lat kvart trinn kome etter det førre.',
    en: 'The steps of the alerts are out of order, or two of them are on the same day. Let each step come after the one before.',
  },
  LADDER_RECEIVER_TWICE: {
    kind: 'invalid',
    nb: 'Den samme mottakeren står flere ganger på trinnet. Oppgi hver mottaker én gang.',
    nn: 'Den same mottakaren står fleire gonger på trinnet. Oppgje kvar mottakar éin gong.',
    en: 'The same receiver is listed more than once on the step. Give each receiver once.',
  },
  CALENDAR_REVERSED: {
    kind: 'invalid',
    nb: 'Siste dag må være etter første dag. Rett en av datoene.',
    nn: 'Siste dag må vere etter første dag. Rett ein av datoane.',
    en: 'The last day must be after the first. Correct one of the dates.',
  },
  CALENDAR_OUTSIDE_SCHOOL_YEAR: {
    kind: 'invalid',
    nb: 'Datoen ligger utenfor skoleåret (1. august til 31. juli). Velg en dato i skoleåret.',
    nn: 'Datoen ligg utanfor skuleåret (1. august til 31. juli). Vel ein dato i skuleåret.',
    en: 'The date is outside the school year (1 August to 31 July). Choose a date within it.',
  },
  CLOSED_PERIOD_REVERSED: {
    kind: 'invalid',
    nb: 'Perioden slutter før den begynner. Rett datoene.',
    nn: 'Perioden sluttar før han byrjar. Rett datoane.',
    en: 'The period ends before it begins. Correct the dates.',
  },
  CLOSED_PERIOD_OUTSIDE_SCHOOL_YEAR: {
    kind: 'invalid',
    nb: 'Fridagene ligger utenfor skoleåret (1. august til 31. juli). Legg dem i det skoleåret de hører til.',
    nn: 'Fridagane ligg utanfor skuleåret (1. august til 31. juli). Legg dei i det skuleåret dei høyrer til.',
    en: 'The closed days are outside the school year (1 August to 31 July). Put them in the school year they belong to.',
  },
  CLOSED_PERIODS_OVERLAP: {
    kind: 'invalid',
    nb: 'To perioder med fri overlapper. Slå dem sammen, eller rett datoene.',
    nn: 'To periodar med fri overlappar. Slå dei saman, eller rett datoane.',
    en: 'Two closed periods overlap. Join them, or correct the dates.',
  },
};
