import type { RefusalTexts } from '#platform/kernel';
import type { UnitRule } from './unit.decider.js';

/**
 * Texts for broken rules about a school or kindergarten. `NOT_FOUND` has the same text for every stream, defined
 * elsewhere.
 */
export const unitRefusals: RefusalTexts<Exclude<UnitRule, 'NOT_FOUND'>> = {
  MUNICIPALITY_NOT_REGISTERED: {
    kind: 'conflict',
    nb: 'Kommunen er ikke registrert. Registrer kommunen først.',
    nn: 'Kommunen er ikkje registrert. Registrer kommunen først.',
    en: 'The municipality is not registered. Register it first.',
  },
  UNIT_ALREADY_REGISTERED: {
    kind: 'conflict',
    nb: 'Enheten er allerede registrert. Endre opplysningene om den i stedet.',
    nn: 'Eininga er alt registrert. Endre opplysningane om henne i staden.',
    en: 'The unit is already registered. Change its details instead.',
  },
  UNIT_CLOSED: {
    kind: 'conflict',
    nb: 'Enheten er lagt ned. Gjenåpne den først hvis den er i drift.',
    nn: 'Eininga er lagd ned. Opne henne att først dersom ho er i drift.',
    en: 'The unit is closed. Reopen it first if it is running.',
  },
  CLOSED_BEFORE_REGISTERED: {
    kind: 'invalid',
    nb: 'Enheten kan ikke legges ned før dagen den ble registrert eller gjenåpnet fra. Velg en senere dato.',
    nn: 'Eininga kan ikkje leggjast ned før dagen ho vart registrert eller opna att frå. Vel ein seinare dato.',
    en: 'The unit cannot close before the day it was registered or reopened from. Choose a later date.',
  },
  CLOSURE_BEGUN: {
    kind: 'conflict',
    nb: 'Nedleggelsen har begynt og kan ikke angres. Gjenåpne fra en dag i stedet.',
    nn: 'Nedlegginga har byrja og kan ikkje angrast. Opne att frå ein dag i staden.',
    en: 'The closure has begun and cannot be withdrawn. Reopen from a day instead.',
  },
  REOPENED_BEFORE_CLOSED: {
    kind: 'invalid',
    nb: 'Enheten kan ikke gjenåpnes før den ble lagt ned. Velg en senere dato.',
    nn: 'Eininga kan ikkje opnast att før ho vart lagd ned. Vel ein seinare dato.',
    en: 'The unit cannot reopen before it closed. Choose a later date.',
  },
  EXEMPTION_WITHOUT_REASON: {
    kind: 'invalid',
    nb: 'Fritak krever en begrunnelse. Skriv hvorfor enheten er fritatt.',
    nn: 'Fritak krev ei grunngjeving. Skriv kvifor eininga er friteken.',
    en: 'An exemption needs a reason. Say why the unit is exempt.',
  },
  HOST_IS_UNIT_ITSELF: {
    kind: 'invalid',
    nb: 'Enheten kan ikke ha felles møte med seg selv. Velg en annen enhet.',
    nn: 'Eininga kan ikkje ha felles møte med seg sjølv. Vel ei anna eining.',
    en: 'A unit cannot hold joint meetings with itself. Choose another unit.',
  },
  HOST_UNKNOWN: {
    kind: 'invalid',
    nb: 'Enheten som skal være vertskap, finnes ikke i kommunen. Velg en enhet fra listen.',
    nn: 'Eininga som skal vere vertskap, finst ikkje i kommunen. Vel ei eining frå lista.',
    en: 'The hosting unit does not exist in the municipality. Choose a unit from the list.',
  },
  HOST_CLOSED: {
    kind: 'invalid',
    nb: 'Enheten som skal være vertskap, er lagt ned. Velg en annen enhet.',
    nn: 'Eininga som skal vere vertskap, er lagd ned. Vel ei anna eining.',
    en: 'The hosting unit is closed. Choose another unit.',
  },
  HOST_MEETS_ELSEWHERE: {
    kind: 'invalid',
    nb: 'Enheten som skal være vertskap, møter selv hos en annen enhet. Velg den enheten som holder møtet.',
    nn: 'Eininga som skal vere vertskap, møter sjølv hos ei anna eining. Vel den eininga som held møtet.',
    en: 'The hosting unit itself meets at another unit. Choose the unit that holds the meeting.',
  },
  UNIT_HOSTS_OTHERS: {
    kind: 'conflict',
    nb: 'Andre enheter møter hos denne enheten. Flytt dem først, så kan enheten møte hos en annen.',
    nn: 'Andre einingar møter hos denne eininga. Flytt dei først, så kan eininga møte hos ei anna.',
    en: 'Other units meet at this unit. Move them first; then it can meet at another.',
  },
  SERVICE_NOT_AVAILABLE: {
    kind: 'invalid',
    nb: 'Tjenesten finnes ikke eller er lagt ned. Velg en tjeneste fra listen.',
    nn: 'Tenesta finst ikkje eller er lagd ned. Vel ei teneste frå lista.',
    en: 'The service does not exist or is closed. Choose a service from the list.',
  },
  PERSON_NOT_ACTIVE: {
    kind: 'invalid',
    nb: 'Personen har ingen rolle i kommunen i dag. Velg en annen, eller gi personen en rolle først.',
    nn: 'Personen har inga rolle i kommunen i dag. Vel ein annan, eller gje personen ei rolle først.',
    en: 'The person holds no role in the municipality today. Choose another, or give the person a role first.',
  },
  PARTICIPANT_TWICE: {
    kind: 'invalid',
    nb: 'Den samme deltakeren står flere ganger. Ta med hver deltaker én gang.',
    nn: 'Den same deltakaren står fleire gonger. Ta med kvar deltakar éin gong.',
    en: 'The same participant is listed more than once. List each once.',
  },
  DEPUTY_OF_ONESELF: {
    kind: 'invalid',
    nb: 'En deltaker kan ikke være vara for seg selv. Velg en annen vara.',
    nn: 'Ein deltakar kan ikkje vere vara for seg sjølv. Vel ein annan vara.',
    en: 'A participant cannot be their own deputy. Choose another deputy.',
  },
};
