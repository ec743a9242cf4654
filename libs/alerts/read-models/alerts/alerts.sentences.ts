import type { Month } from '#platform/kernel';
import type { Language } from '#platform/identity';
import type { Alert } from '../../domain/alert.js';

const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const satisfies Record<Language, string>;
const monthIn = (month: Month, language: Language): string =>
  new Intl.DateTimeFormat(LOCALES[language], { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${month}-01T00:00:00Z`),
  );

const DAY = {
  nb: ['virkedag', 'virkedager'],
  nn: ['virkedag', 'virkedagar'],
  en: ['working day', 'working days'],
} as const satisfies Record<Language, readonly [one: string, more: string]>;
const days = (n: number, language: Language): string => `${n} ${DAY[language][n === 1 ? 0 : 1]}`;

type Sentences = Readonly<Record<Alert['kind'], (alert: Alert) => Readonly<Record<Language, string>>>>;

const SENTENCES: Sentences = {
  overdue: ({ ageInWorkingDays: n }) => ({
    nb: `Fristen for tiltaket er gått ut (${days(n, 'nb')}). Meld det gjennomført, eller viderefør det i neste møte.`,
    nn: `Fristen for tiltaket er gått ut (${days(n, 'nn')}). Meld det gjennomført, eller før det vidare i neste møte.`,
    en: `The action is overdue (${days(n, 'en')}). Report it completed, or carry it on in the next meeting.`,
  }),
  'follow-up-missed': ({ ageInWorkingDays: n }) => ({
    nb: `Tiltaket skulle vært fulgt opp (${days(n, 'nb')} siden). Registrer oppfølgingen.`,
    nn: `Tiltaket skulle vore følgt opp (${days(n, 'nn')} sidan). Registrer oppfølginga.`,
    en: `The action should have been followed up (${days(n, 'en')} ago). Record the follow-up.`,
  }),
  'protocol-late': ({ ageInWorkingDays: n }) => ({
    nb: `Protokollen er ikke levert ${days(n, 'nb')} etter møtet. Fullfør og lever den.`,
    nn: `Protokollen er ikkje levert ${days(n, 'nn')} etter møtet. Fullfør og lever han.`,
    en: `The protocol is not filed ${days(n, 'en')} after the meeting. Complete and file it.`,
  }),
  'meeting-unconfirmed': ({ ageInWorkingDays: n }) => ({
    nb: `Møtedagen er passert (${days(n, 'nb')} siden), og ingen har sagt om møtet ble holdt. Registrer møtet, eller flytt eller avlys det.`,
    nn: `Møtedagen er passert (${days(n, 'nn')} sidan), og ingen har sagt om møtet vart halde. Registrer møtet, eller flytt eller avlys det.`,
    en: `The day of the meeting has passed (${days(n, 'en')} ago), and nobody has said whether it was held. Record the meeting, or move or cancel it.`,
  }),
  'month-missing': ({ subjectId }) => {
    const month = subjectId.slice(subjectId.indexOf('/') + 1) as Month;
    return {
      nb: `Det er ikke holdt møte i ${monthIn(month, 'nb')}. Er møtet holdt, registrer det; ellers avtal fritak med koordinatoren.`,
      nn: `Det er ikkje halde møte i ${monthIn(month, 'nn')}. Er møtet halde, registrer det; elles avtal fritak med koordinatoren.`,
      en: `No meeting was held in ${monthIn(month, 'en')}. If one was, record it; otherwise ask the coordinator for an exemption.`,
    };
  },
  orphan: () => ({
    nb: 'Den ansvarlige har ikke lenger noen rolle her. Tilby tiltaket til en annen.',
    nn: 'Den ansvarlege har ikkje lenger noka rolle her. Tilby tiltaket til ein annan.',
    en: 'The responsible person no longer holds a role here. Offer the action to someone else.',
  }),
};

/** What is wrong and what to do, in the reader's language. */
export const alertSentence = (alert: Alert, language: Language): string => SENTENCES[alert.kind](alert)[language];
