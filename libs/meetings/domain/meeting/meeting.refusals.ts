import type { RefusalTexts } from '#platform/kernel';
import { dayRefusals } from '../day.refusals.js';
import { filingRefusals } from './filing.refusals.js';
import type { MeetingRule } from './meeting.decider.js';

export const meetingRefusals: RefusalTexts<MeetingRule> = {
  ...filingRefusals,
  ...dayRefusals,
  MEETING_NOT_PLANNED: {
    kind: 'not-found',
    nb: 'Møtet finnes ikke. Se etter det i møtelisten, eller planlegg et nytt.',
    nn: 'Møtet finst ikkje. Sjå etter det i møtelista, eller planlegg eit nytt.',
    en: 'There is no such meeting. Look for it in the list of meetings, or plan a new one.',
  },
  MEETING_ALREADY_PLANNED: {
    kind: 'conflict',
    nb: 'Møtet er allerede planlagt. Flytt det hvis dagen ikke passer.',
    nn: 'Møtet er allereie planlagt. Flytt det om dagen ikkje passar.',
    en: 'The meeting is already planned. Move it if the day does not suit.',
  },
  MEETING_ALREADY_CALLED: {
    kind: 'conflict',
    nb: 'Det er allerede kalt inn til møtet. Utsett det i stedet, så får de innkalte vite hvorfor.',
    nn: 'Det er allereie kalla inn til møtet. Utset det i staden, så får dei innkalla vite kvifor.',
    en: 'The notice of this meeting has been sent. Postpone it instead, so that those called learn why.',
  },
  MEETING_NOT_CALLED: {
    kind: 'conflict',
    nb: 'Det er ikke kalt inn til møtet ennå. Flytt det i stedet.',
    nn: 'Det er ikkje kalla inn til møtet enno. Flytt det i staden.',
    en: 'No notice of this meeting has been sent yet. Move it instead.',
  },
  MEETING_ALREADY_HELD: {
    kind: 'conflict',
    nb: 'Møtet er allerede holdt og kan ikke planlegges om. Er noe feil, så rett det i protokollen.',
    nn: 'Møtet er allereie halde og kan ikkje planleggjast om. Er noko feil, så rett det i protokollen.',
    en: 'The meeting has been held and cannot be planned again. If something is wrong, put it right in the protocol.',
  },
  MEETING_NOT_HELD: {
    kind: 'conflict',
    nb: 'Ingen har sagt at møtet er holdt. Si først at det er holdt, eller avlys det.',
    nn: 'Ingen har sagt at møtet er halde. Sei først at det er halde, eller avlys det.',
    en: 'Nobody has said that the meeting was held. Say so first, or cancel it.',
  },
  PROTOCOL_ALREADY_LOST: {
    kind: 'conflict',
    nb: 'Protokollen er allerede erklært tapt. Finnes den igjen, kan den leveres som vanlig.',
    nn: 'Protokollen er allereie erklært tapt. Blir han funnen att, kan han leverast som vanleg.',
    en: 'The protocol has been declared lost already. If it is found, it can be filed as usual.',
  },
  MEETING_CANCELLED: {
    kind: 'conflict',
    nb: 'Møtet er avlyst. Planlegg et nytt møte hvis dere møttes likevel.',
    nn: 'Møtet er avlyst. Planlegg eit nytt møte om de møttest likevel.',
    en: 'The meeting was cancelled. Plan a new one if you met all the same.',
  },
  EXTRAORDINARY_WITHOUT_REASON: {
    kind: 'invalid',
    nb: 'Et ekstraordinært møte må ha en grunn. Skriv kort hvorfor, uten å nevne barn.',
    nn: 'Eit ekstraordinært møte må ha ein grunn. Skriv kort kvifor, utan å nemne barn.',
    en: 'An extraordinary meeting needs a reason. Write briefly why, without mentioning a child.',
  },
  JOINT_NEEDS_SEVERAL_UNITS: {
    kind: 'invalid',
    nb: 'Et fellesmøte gjelder minst to enheter. Legg til en enhet, eller velg ordinært møte.',
    nn: 'Eit fellesmøte gjeld minst to einingar. Legg til ei eining, eller vel ordinært møte.',
    en: 'A joint meeting is for at least two units. Add a unit, or choose an ordinary meeting.',
  },
  UNIT_NAMED_TWICE: {
    kind: 'invalid',
    nb: 'Samme enhet står to ganger. Ta bort den ene.',
    nn: 'Same eining står to gonger. Ta bort den eine.',
    en: 'The same unit stands twice. Remove one of them.',
  },
  DAY_OUT_OF_MONTH: {
    kind: 'invalid',
    nb: 'Møtet kan bare flyttes innenfor måneden. Be koordinator hvis det må til en annen måned.',
    nn: 'Møtet kan berre flyttast innanfor månaden. Be koordinator om det må til ein annan månad.',
    en: 'The meeting can only be moved within its month. Ask the coordinator if it must go to another.',
  },
  NOBODY_CALLED: {
    kind: 'invalid',
    nb: 'Innkallingen har ingen mottakere. Legg til minst én deltaker.',
    nn: 'Innkallinga har ingen mottakarar. Legg til minst éin deltakar.',
    en: 'The notice has no receivers. Add at least one participant.',
  },
  NOTICE_FOR_PAST_MEETING: {
    kind: 'conflict',
    nb: 'Møtedagen er passert, så det kan ikke kalles inn. Flytt eller utsett møtet først.',
    nn: 'Møtedagen er passert, så det kan ikkje kallast inn. Flytt eller utset møtet først.',
    en: 'The day of the meeting has passed, so no notice can be sent. Move or postpone the meeting first.',
  },
  POSTPONED_TO_EARLIER: {
    kind: 'invalid',
    nb: 'Et møte som utsettes, må få et senere tidspunkt. Velg en senere dag eller et senere klokkeslett.',
    nn: 'Eit møte som blir utsett, må få eit seinare tidspunkt. Vel ein seinare dag eller eit seinare klokkeslett.',
    en: 'A meeting that is postponed must get a later time. Choose a later day or hour.',
  },
  PROTOCOL_ALREADY_FILED: {
    kind: 'conflict',
    nb: 'Protokollen er allerede levert og låst. Er noe feil, så rett protokollen med en grunn.',
    nn: 'Protokollen er allereie levert og låst. Er noko feil, så rett protokollen med ein grunn.',
    en: 'The protocol is already filed and locked. If something is wrong, correct it with a reason.',
  },
  PROTOCOL_NOT_FILED: {
    kind: 'conflict',
    nb: 'Protokollen er ikke levert ennå, så det er ikke noe å rette. Skriv videre i utkastet.',
    nn: 'Protokollen er ikkje levert enno, så det er ikkje noko å rette. Skriv vidare i utkastet.',
    en: 'The protocol is not filed yet, so there is nothing to correct. Go on writing the draft.',
  },
  CORRECTION_CHANGES_NOTHING: {
    kind: 'invalid',
    nb: 'Rettelsen endrer ingenting i protokollen. Gjør endringen først, og lever så rettelsen.',
    nn: 'Rettinga endrar ingenting i protokollen. Gjer endringa først, og lever så rettinga.',
    en: 'The correction changes nothing in the protocol. Make the change first, then file the correction.',
  },
};
