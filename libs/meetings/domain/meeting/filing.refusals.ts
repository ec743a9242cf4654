import type { RefusalTexts } from '#platform/kernel';
import { dayRefusals } from '../day.refusals.js';
import { NATIONAL_NUMBER_IN_TEXT } from '../national-number.refusal.js';
import type { FilingRule } from './filing.rule.js';

/** What stops a protocol from being filed, said so that it can be mended. */
export const filingRefusals: RefusalTexts<FilingRule> = {
  PROTOCOL_WITHOUT_ACTIONS: {
    kind: 'invalid',
    nb: 'Protokollen mangler tiltak. Legg til minst ett tiltak, eller viderefør et åpent tiltak med ny oppfølgingsdato.',
    nn: 'Protokollen manglar tiltak. Legg til minst eitt tiltak, eller vidarefør eit ope tiltak med ny oppfølgingsdato.',
    en: 'The protocol has no action. Add at least one, or carry an open action on with a new follow-up date.',
  },
  ACTION_WITHOUT_TEXT: {
    kind: 'invalid',
    nb: 'Tiltaket sier ikke hva som skal gjøres. Skriv det kort.',
    nn: 'Tiltaket seier ikkje kva som skal gjerast. Skriv det kort.',
    en: 'The action does not say what is to be done. Write it briefly.',
  },
  ACTION_WITHOUT_OWNER: {
    kind: 'invalid',
    nb: 'Tiltaket mangler ansvarlig. Velg én navngitt person; andre kan bidra.',
    nn: 'Tiltaket manglar ansvarleg. Vel éin namngitt person; andre kan bidra.',
    en: 'The action has no responsible person. Choose one by name; others may contribute.',
  },
  OWNER_NOT_ACTIVE: {
    kind: 'invalid',
    nb: 'Den ansvarlige har ingen rolle i kommunen på møtedagen. Velg en annen. For et tidligere tiltak: avbryt det som erstattet og lag et nytt, eller overfør det først.',
    nn: 'Den ansvarlege har inga rolle i kommunen på møtedagen. Vel ein annan. For eit tidlegare tiltak: avbryt det som erstatta og lag eit nytt, eller overfør det først.',
    en: 'The responsible person holds no role in the municipality on the day of the meeting. Choose another. For an earlier action: abandon it as replaced and make a new one, or hand it over first.',
  },
  ACTION_WITHOUT_DUE_DATE: {
    kind: 'invalid',
    nb: 'Tiltaket mangler frist. Sett en dato.',
    nn: 'Tiltaket manglar frist. Set ein dato.',
    en: 'The action has no due date. Set one.',
  },
  ACTION_WITHOUT_FOLLOW_UP: {
    kind: 'invalid',
    nb: 'Tiltaket mangler oppfølging. Sett datoen da dere ser på det igjen, for eksempel neste møte.',
    nn: 'Tiltaket manglar oppfølging. Set datoen då de ser på det igjen, til dømes neste møte.',
    en: 'The action has no follow-up. Set the day you will look at it again, such as the next meeting.',
  },
  ACTION_ID_USED: {
    kind: 'invalid',
    nb: 'Tiltaket har samme id som et annet tiltak, og kan ikke begynne. Fjern det og legg det til på nytt.',
    nn: 'Tiltaket har same id som eit anna tiltak, og kan ikkje byrje. Fjern det og legg det til på nytt.',
    en: 'The action has the same id as another action, and cannot begin. Remove it and add it again.',
  },
  ACTION_NOT_CLASSIFIED: {
    kind: 'invalid',
    nb: 'Tiltaket mangler nivå eller kategori. Velg fra listen.',
    nn: 'Tiltaket manglar nivå eller kategori. Vel frå lista.',
    en: 'The action has no level or category. Choose from the list.',
  },
  ACTION_WITHOUT_REASON: {
    kind: 'invalid',
    nb: 'Si hvorfor tiltaket videreføres, endres eller avbrytes.',
    nn: 'Sei kvifor tiltaket blir vidareført, endra eller avbrote.',
    en: 'Say why the action is carried on, changed or abandoned.',
  },
  DUE_DATE_BEFORE_MEETING: {
    kind: 'invalid',
    nb: 'Fristen er før møtet. Sett en frist på møtedagen eller senere.',
    nn: 'Fristen er før møtet. Set ein frist på møtedagen eller seinare.',
    en: 'The due date is before the meeting. Set it to the day of the meeting or later.',
  },
  FOLLOW_UP_BEFORE_MEETING: {
    kind: 'invalid',
    nb: 'Oppfølgingen er før møtet. Sett en dato på møtedagen eller senere.',
    nn: 'Oppfølginga er før møtet. Set ein dato på møtedagen eller seinare.',
    en: 'The follow-up is before the meeting. Set it to the day of the meeting or later.',
  },
  EARLIER_ACTION_NOT_OPEN: {
    kind: 'conflict',
    nb: 'Tiltaket er ikke et åpent tiltak ved enheten fra før. Ta det ut av «Siden sist».',
    nn: 'Tiltaket er ikkje eit ope tiltak ved eininga frå før. Ta det ut av «Sidan sist».',
    en: 'The action is not an open earlier action of the unit. Take it out of “Since last time”.',
  },
  CARRIED_ON_NOT_LATER: {
    kind: 'invalid',
    nb: 'Den nye fristen må være senere enn både møtedagen og fristen tiltaket har. Velg en senere dag, eller velg «Endret» hvis fristen skal bli tidligere.',
    nn: 'Den nye fristen må vere seinare enn både møtedagen og fristen tiltaket har. Vel ein seinare dag, eller vel «Endra» om fristen skal bli tidlegare.',
    en: 'The new due date must be later than both the day of the meeting and the due date that the action has. Choose a later day, or choose “Changed” if it is to be earlier.',
  },
  DECIDED_ACTION_HAS_ENDED: {
    kind: 'conflict',
    nb: 'Tiltaket er avsluttet og kan ikke tas ut av protokollen. La det stå, og avtal et nytt tiltak i neste møte om det trengs.',
    nn: 'Tiltaket er avslutta og kan ikkje takast ut av protokollen. Lat det stå, og avtal eit nytt tiltak i neste møte om det trengst.',
    en: 'The action has ended and cannot be taken out of the protocol. Leave it, and agree a new action in the next meeting if it is needed.',
  },
  DUPLICATE_ACTION: {
    kind: 'invalid',
    nb: 'Samme tiltak står to ganger, eller finnes fra før. Ta bort det ene.',
    nn: 'Same tiltak står to gonger, eller finst frå før. Ta bort det eine.',
    en: 'The same action stands twice, or exists already. Remove one of them.',
  },
  DUPLICATE_MATTER: {
    kind: 'invalid',
    nb: 'Samme sak står to ganger. Ta bort den ene.',
    nn: 'Same sak står to gonger. Ta bort den eine.',
    en: 'The same matter stands twice. Remove one of them.',
  },
  DUPLICATE_PARTICIPANT: {
    kind: 'invalid',
    nb: 'Samme deltaker står to ganger. Ta bort den ene.',
    nn: 'Same deltakar står to gonger. Ta bort den eine.',
    en: 'The same participant stands twice. Remove one of them.',
  },
  MATTER_INCOMPLETE: {
    kind: 'invalid',
    nb: 'Saken mangler noe: en systemsak har tema og overskrift; en anonym sak har tema, aldersgruppe og hvor det gjelder.',
    nn: 'Saka manglar noko: ei systemsak har tema og overskrift; ei anonym sak har tema, aldersgruppe og kvar det gjeld.',
    en: 'The matter lacks something: a system matter has a topic and a heading; an anonymous one a topic, an age band and a setting.',
  },
  MATTER_UNKNOWN: {
    kind: 'invalid',
    nb: 'Tiltaket viser til en sak som ikke står i protokollen. Velg en av sakene, eller ingen.',
    nn: 'Tiltaket viser til ei sak som ikkje står i protokollen. Vel ei av sakene, eller inga.',
    en: 'The action points to a matter that is not in the protocol. Choose one of the matters, or none.',
  },
  NOBODY_FROM_UNIT: {
    kind: 'invalid',
    nb: 'Ingen fra enheten står som til stede. Merk hvem fra skolen eller barnehagen som deltok.',
    nn: 'Ingen frå eininga står som til stades. Merk kven frå skulen eller barnehagen som deltok.',
    en: 'Nobody from the unit is marked as present. Mark who from the school or kindergarten took part.',
  },
  NOBODY_FROM_SERVICE: {
    kind: 'invalid',
    nb: 'Ingen fra en støttetjeneste står som til stede. Merk hvem fra tjenestene som deltok.',
    nn: 'Ingen frå ei støtteteneste står som til stades. Merk kven frå tenestene som deltok.',
    en: 'Nobody from a support service is marked as present. Mark who from the services took part.',
  },
  ATTENDANCE_NOT_STATED: {
    kind: 'invalid',
    nb: 'Det står ikke om deltakeren var til stede. Velg til stede, vara eller fraværende.',
    nn: 'Det står ikkje om deltakaren var til stades. Vel til stades, vara eller fråverande.',
    en: 'It does not say whether the participant was there. Choose present, deputy or absent.',
  },
  PERSON_UNKNOWN: {
    kind: 'invalid',
    nb: 'Personen finnes ikke i kommunens register. Velg en annen, eller be koordinator legge personen inn.',
    nn: 'Personen finst ikkje i registeret til kommunen. Vel ein annan, eller be koordinator leggje personen inn.',
    en: 'The person is not in the municipality’s register. Choose another, or ask the coordinator to add the person.',
  },
  SERVICE_UNKNOWN: {
    kind: 'invalid',
    nb: 'Tjenesten finnes ikke i kommunens register. Velg en annen, eller be koordinator legge den inn.',
    nn: 'Tenesta finst ikkje i registeret til kommunen. Vel ei anna, eller be koordinator leggje henne inn.',
    en: 'The service is not in the municipality’s register. Choose another, or ask the coordinator to add it.',
  },
  DAY_OF_MEETING_MISSING: {
    kind: 'invalid',
    nb: 'Protokollen sier ikke hvilken dag møtet ble holdt. Sett møtedagen.',
    nn: 'Protokollen seier ikkje kva dag møtet vart halde. Set møtedagen.',
    en: 'The protocol does not say on which day the meeting was held. Set the day.',
  },
  MEETING_IN_FUTURE: {
    kind: 'invalid',
    nb: 'Møtedagen har ikke vært ennå. Vent til møtet er holdt, eller rett datoen.',
    nn: 'Møtedagen har ikkje vore enno. Vent til møtet er halde, eller rett datoen.',
    en: 'The day of the meeting has not come yet. Wait until the meeting is held, or correct the date.',
  },
  ENDED_BEFORE_IT_BEGAN: {
    kind: 'invalid',
    nb: 'Møtet slutter før det begynner. Rett klokkeslettene.',
    nn: 'Møtet sluttar før det byrjar. Rett klokkesletta.',
    en: 'The meeting ends before it begins. Correct the times.',
  },
  NEXT_MEETING_NOT_LATER: {
    kind: 'invalid',
    nb: 'Neste møte må være etter dette møtet. Velg en senere dag.',
    nn: 'Neste møte må vere etter dette møtet. Vel ein seinare dag.',
    en: 'The next meeting must be after this one. Choose a later day.',
  },
  NATIONAL_NUMBER_IN_TEXT,
  DAY_OUTSIDE_SCHOOL_YEAR: dayRefusals.DAY_OUTSIDE_SCHOOL_YEAR,
  PROTOCOL_INCOMPLETE: {
    kind: 'invalid',
    nb: 'Feltet er ikke riktig utfylt. Se over det og prøv igjen.',
    nn: 'Feltet er ikkje rett utfylt. Sjå over det og prøv igjen.',
    en: 'The field is not filled in correctly. Look it over and try again.',
  },
};
