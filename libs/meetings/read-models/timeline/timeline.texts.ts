import { counted, never, type CalendarDate } from '#platform/kernel';
import type { Language } from '#platform/identity';
import type { MeetingEvent } from '../../contract/meeting.events.js';

type Texts = Readonly<Record<Language, string>>;

/**
 * A meeting's event in one sentence, without content of the protocol; how many matters and actions it has is for those who
 * may read it, since a meeting has few.
 */
export function sentenceOf(event: MeetingEvent, language: Language, seesProtocol: boolean): string {
  const day = (on: CalendarDate) => dayIn(on, language);
  switch (event.type) {
    case 'meetings.MeetingPlanned':
      return {
        nb: `Møtet ble planlagt til ${day(event.data.on)} kl. ${hour(event.data.startsAt)}`,
        nn: `Møtet vart planlagt til ${day(event.data.on)} kl. ${hour(event.data.startsAt)}`,
        en: `The meeting was planned for ${day(event.data.on)} at ${event.data.startsAt}`,
      }[language];
    case 'meetings.MeetingMoved':
      return {
        nb: `Møtet ble flyttet fra ${day(event.data.from.on)} til ${day(event.data.to.on)} kl. ${hour(event.data.to.startsAt)}`,
        nn: `Møtet vart flytta frå ${day(event.data.from.on)} til ${day(event.data.to.on)} kl. ${hour(event.data.to.startsAt)}`,
        en: `The meeting was moved from ${day(event.data.from.on)} to ${day(event.data.to.on)} at ${event.data.to.startsAt}`,
      }[language];
    case 'meetings.NoticeGiven':
      return called(event.data.to.length)[language];
    case 'meetings.MeetingPostponed':
      return {
        nb: `Møtet ble utsatt fra ${day(event.data.from.on)} til ${day(event.data.to.on)} kl. ${hour(event.data.to.startsAt)}`,
        nn: `Møtet vart utsett frå ${day(event.data.from.on)} til ${day(event.data.to.on)} kl. ${hour(event.data.to.startsAt)}`,
        en: `The meeting was postponed from ${day(event.data.from.on)} to ${day(event.data.to.on)} at ${event.data.to.startsAt}`,
      }[language];
    case 'meetings.MeetingCancelled':
      return { nb: 'Møtet ble avlyst', nn: 'Møtet vart avlyst', en: 'The meeting was cancelled' }[language];
    case 'meetings.MeetingHeld':
      return {
        nb: `Møtet ble holdt ${day(event.data.heldOn)}`,
        nn: `Møtet vart halde ${day(event.data.heldOn)}`,
        en: `The meeting was held on ${day(event.data.heldOn)}`,
      }[language];
    case 'meetings.MeetingHeldRetracted':
      return {
        nb: `Møtet ble ikke holdt ${day(event.data.heldOn)} likevel; det ble tatt tilbake`,
        nn: `Møtet vart ikkje halde ${day(event.data.heldOn)} likevel; det vart teke tilbake`,
        en: `The meeting was not held on ${day(event.data.heldOn)} after all; it was taken back`,
      }[language];
    case 'meetings.ProtocolDeclaredLost':
      return {
        nb: 'Protokollen ble erklært tapt',
        nn: 'Protokollen vart erklært tapt',
        en: 'The protocol was declared lost',
      }[language];
    case 'meetings.ProtocolFiled':
      return (seesProtocol ? filed(event.data.protocol.matters.length, event.data.protocol.actions.length) : FILED)[
        language
      ];
    case 'meetings.ProtocolCorrected':
      return {
        nb: `Protokollen ble rettet (versjon ${event.data.version})`,
        nn: `Protokollen vart retta (versjon ${event.data.version})`,
        en: `The protocol was corrected (version ${event.data.version})`,
      }[language];
    default:
      return never(event);
  }
}

/** The reason given with the event, if any. */
export const reasonOf = (event: MeetingEvent): string | null => ('reason' in event.data ? event.data.reason : null);

const called = (count: number): Texts => ({
  nb: counted(count, { one: 'Én deltaker ble kalt inn', other: 'deltakere ble kalt inn' }),
  nn: counted(count, { one: 'Éin deltakar vart kalla inn', other: 'deltakarar vart kalla inn' }),
  en: counted(count, { one: 'One participant was called', other: 'participants were called' }),
});
const FILED: Texts = {
  nb: 'Protokollen ble levert',
  nn: 'Protokollen vart levert',
  en: 'The protocol was filed',
};
const filed = (matters: number, actions: number): Texts => ({
  nb: `Protokollen ble levert: ${counted(matters, { zero: 'ingen saker', one: 'én sak', other: 'saker' })} og ${counted(actions, { zero: 'ingen nye tiltak', one: 'ett nytt tiltak', other: 'nye tiltak' })}`,
  nn: `Protokollen vart levert: ${counted(matters, { zero: 'ingen saker', one: 'éi sak', other: 'saker' })} og ${counted(actions, { zero: 'ingen nye tiltak', one: 'eitt nytt tiltak', other: 'nye tiltak' })}`,
  en: `The protocol was filed: ${counted(matters, { zero: 'no matters', one: 'one matter', other: 'matters' })} and ${counted(actions, { zero: 'no new actions', one: 'one new action', other: 'new actions' })}`,
});
const LOCALE: Readonly<Record<Language, string>> = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' };
const dayIn = (on: CalendarDate, language: Language) =>
  new Intl.DateTimeFormat(LOCALE[language], { dateStyle: 'full', timeZone: 'UTC' }).format(new Date(`${on}T12:00:00Z`));
/** 12.30, the Norwegian format. */
const hour = (time: string) => time.replace(':', '.');
