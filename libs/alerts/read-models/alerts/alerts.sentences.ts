import { may, type Asker, type Language, type Right } from '#platform/identity';
import { dayIn, monthIn, workingDaysIn } from '../../contract/index.js';
import type { Alert } from '../../domain/alert.js';

const days = workingDaysIn;

type Texts = Readonly<Record<Language, string>>;

const ORPHANED: Readonly<Record<NonNullable<Alert['orphanedBy']>, Texts>> = {
  'owner-left': {
    nb: 'Den ansvarlige har ikke lenger noen rolle her.',
    nn: 'Den ansvarlege har ikkje lenger noka rolle her.',
    en: 'The responsible person no longer holds a role here.',
  },
  'workplace-closed': {
    nb: 'Tjenesten eller enheten til den ansvarlige er lagt ned.',
    nn: 'Tenesta eller eininga til den ansvarlege er lagd ned.',
    en: 'The service or unit of the responsible person is closed.',
  },
  'unit-closed': {
    nb: 'Enheten er lagt ned, og har ingen møter som følger tiltaket opp.',
    nn: 'Eininga er lagd ned, og har ingen møte som følgjer tiltaket opp.',
    en: 'The unit is closed, and has no meetings that follow the action up.',
  },
};

/** The problem, for every reader. */
const FACTS: Readonly<Record<Alert['kind'], (alert: Alert) => Texts>> = {
  overdue: ({ ageInWorkingDays: n }) => ({
    nb: `Fristen for tiltaket er gått ut (${days(n, 'nb')}).`,
    nn: `Fristen for tiltaket er gått ut (${days(n, 'nn')}).`,
    en: `The action is overdue (${days(n, 'en')}).`,
  }),
  'follow-up-missed': ({ ageInWorkingDays: n }) => ({
    nb: `Tiltaket skulle vært fulgt opp (${days(n, 'nb')} siden).`,
    nn: `Tiltaket skulle vore følgt opp (${days(n, 'nn')} sidan).`,
    en: `The action should have been followed up (${days(n, 'en')} ago).`,
  }),
  'protocol-late': ({ meetingOn }) => ({
    nb: `Protokollen fra ${dayIn(meetingOn!, 'nb')} mangler.`,
    nn: `Protokollen frå ${dayIn(meetingOn!, 'nn')} manglar.`,
    en: `The protocol of ${dayIn(meetingOn!, 'en')} is missing.`,
  }),
  'meeting-unconfirmed': ({ meetingOn }) => ({
    nb: `Ingen har sagt om møtet ${dayIn(meetingOn!, 'nb')} ble holdt.`,
    nn: `Ingen har sagt om møtet ${dayIn(meetingOn!, 'nn')} vart halde.`,
    en: `Nobody has said whether the meeting of ${dayIn(meetingOn!, 'en')} was held.`,
  }),
  'month-missing': ({ month }) => ({
    nb: `Det er ikke holdt møte i ${monthIn(month!, 'nb')}.`,
    nn: `Det er ikkje halde møte i ${monthIn(month!, 'nn')}.`,
    en: `No meeting was held in ${monthIn(month!, 'en')}.`,
  }),
  orphan: ({ orphanedBy }) => ORPHANED[orphanedBy ?? 'owner-left'],
};

/** Advice for readers with the right; the first right that the reader holds decides. */
const ADVICE: Readonly<Record<Alert['kind'], readonly (Texts & { readonly right: Right })[]>> = {
  overdue: [
    {
      right: 'action.report',
      nb: 'Meld det gjennomført, eller viderefør det i neste møte.',
      nn: 'Meld det gjennomført, eller før det vidare i neste møte.',
      en: 'Report it completed, or carry it on in the next meeting.',
    },
  ],
  'follow-up-missed': [
    {
      right: 'action.report',
      nb: 'Registrer oppfølgingen.',
      nn: 'Registrer oppfølginga.',
      en: 'Record the follow-up.',
    },
  ],
  'protocol-late': [
    {
      right: 'protocol.file',
      nb: 'Fullfør og lever den.',
      nn: 'Fullfør og lever han.',
      en: 'Complete and file it.',
    },
  ],
  'meeting-unconfirmed': [
    {
      right: 'protocol.file',
      nb: 'Registrer møtet, eller flytt eller avlys det.',
      nn: 'Registrer møtet, eller flytt eller avlys det.',
      en: 'Record the meeting, or move or cancel it.',
    },
  ],
  'month-missing': [
    {
      right: 'month.exempt',
      nb: 'Er møtet holdt, be enheten registrere det; ellers kan du gi fritak.',
      nn: 'Er møtet halde, be eininga registrere det; elles kan du gi fritak.',
      en: 'If one was, ask the unit to record it; otherwise you may exempt the month.',
    },
    {
      right: 'meeting.plan',
      nb: 'Er møtet holdt, registrer det; ellers avtal fritak med koordinatoren.',
      nn: 'Er møtet halde, registrer det; elles avtal fritak med koordinatoren.',
      en: 'If one was, record it; otherwise ask the coordinator for an exemption.',
    },
  ],
  orphan: [
    {
      right: 'action.hand-over',
      nb: 'Tilby tiltaket til en annen.',
      nn: 'Tilby tiltaket til ein annan.',
      en: 'Offer the action to someone else.',
    },
  ],
};

/** The problem in the reader's language, with advice when the reader may act. */
export function alertSentence(alert: Alert, reader: Asker): string {
  const subject = { ...alert.subject, ...(alert.ownerId !== null && { ownerId: alert.ownerId }) };
  const advice = ADVICE[alert.kind].find(({ right }) => may(reader, right, subject));
  return [FACTS[alert.kind](alert)[reader.language], advice?.[reader.language]].filter(Boolean).join(' ');
}
