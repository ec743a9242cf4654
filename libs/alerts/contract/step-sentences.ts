import { counted, type CalendarDate, type Month } from '#platform/kernel';
import type { Language } from '#platform/identity';
import type { ToldStep } from './alert-ladder.js';

const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const satisfies Record<Language, string>;
const written = (day: string, language: Language, parts: Intl.DateTimeFormatOptions): string =>
  new Intl.DateTimeFormat(LOCALES[language], { ...parts, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));
/** «november 2026» */
export const monthIn = (month: Month, language: Language): string =>
  written(`${month}-01`, language, { month: 'long', year: 'numeric' });
/** «20. november 2026» */
export const dayIn = (day: CalendarDate, language: Language): string => written(day, language, { dateStyle: 'long' });

const DAYS = {
  nb: { one: 'én virkedag', other: 'virkedager' },
  nn: { one: 'éin virkedag', other: 'virkedagar' },
  en: { one: 'one working day', other: 'working days' },
} as const satisfies Record<Language, { readonly one: string; readonly other: string }>;
/** «6 virkedager» */
export const workingDaysIn = (n: number, language: Language): string => counted(n, DAYS[language]);

type Texts = Readonly<Record<Language, string>>;
export type StepCause = Pick<ToldStep, 'kind' | 'countedFrom' | 'age' | 'month'>;

/**
 * The cause of a step in one sentence, for mail and lists. It has no text of an action and no topic: a mail is read on
 * other people's screens.
 */
export const stepSentence = (cause: StepCause, language: Language): string => SENTENCES[cause.kind](cause)[language];

const SENTENCES: Readonly<Record<ToldStep['kind'], (cause: StepCause) => Texts>> = {
  overdue: (cause) =>
    whenDue(cause, {
      nb: ['Et tiltak har frist', 'Et tiltak er over fristen'],
      nn: ['Eit tiltak har frist', 'Eit tiltak er over fristen'],
      en: ['An action is due', 'An action is overdue'],
    }),
  'follow-up-missed': (cause) =>
    whenDue(cause, {
      nb: ['Et tiltak skal følges opp', 'Et tiltak er ikke fulgt opp'],
      nn: ['Eit tiltak skal følgjast opp', 'Eit tiltak er ikkje følgt opp'],
      en: ['An action is to be followed up', 'An action was not followed up'],
    }),
  'protocol-late': ({ countedFrom }) => ({
    nb: `Protokollen fra ${dayIn(countedFrom, 'nb')} er ikke levert`,
    nn: `Protokollen frå ${dayIn(countedFrom, 'nn')} er ikkje levert`,
    en: `The protocol of ${dayIn(countedFrom, 'en')} has not been filed`,
  }),
  'meeting-unconfirmed': ({ countedFrom }) => ({
    nb: `Ingen har sagt om møtet ${dayIn(countedFrom, 'nb')} ble holdt`,
    nn: `Ingen har sagt om møtet ${dayIn(countedFrom, 'nn')} vart halde`,
    en: `Nobody has said whether the meeting of ${dayIn(countedFrom, 'en')} was held`,
  }),
  'month-missing': ({ month }) => ({
    nb: `Det er ikke holdt møte i ${monthIn(month!, 'nb')}`,
    nn: `Det er ikkje halde møte i ${monthIn(month!, 'nn')}`,
    en: `No meeting was held in ${monthIn(month!, 'en')}`,
  }),
  'month-unplanned': ({ month, age }) => ({
    nb: `Ingen møter er planlagt i ${monthIn(month!, 'nb')}, og det er ${workingDaysIn(-age, 'nb')} igjen`,
    nn: `Ingen møte er planlagde i ${monthIn(month!, 'nn')}, og det er ${workingDaysIn(-age, 'nn')} att`,
    en: `No meeting is planned in ${monthIn(month!, 'en')}, with ${workingDaysIn(-age, 'en')} left`,
  }),
  'handover-waiting': ({ age }) => ({
    nb: `En overføring av et tiltak har ventet på svar i ${workingDaysIn(age, 'nb')}`,
    nn: `Ei overføring av eit tiltak har venta på svar i ${workingDaysIn(age, 'nn')}`,
    en: `A handover of an action has waited for an answer for ${workingDaysIn(age, 'en')}`,
  }),
  'service-absent': () => ({
    nb: 'Ingen fra tjenesten var på de to siste møtene',
    nn: 'Ingen frå tenesta var på dei to siste møta',
    en: 'Nobody of the service was at the last two meetings',
  }),
  'more-time-asked': (cause) =>
    waiting(cause, {
      nb: 'Den ansvarlige for et tiltak ber om mer tid',
      nn: 'Den ansvarlege for eit tiltak ber om meir tid',
      en: 'The responsible person of an action asks for more time',
    }),
  orphan: () => ({
    nb: 'Et tiltak er uten ansvarlig person',
    nn: 'Eit tiltak er utan ansvarleg person',
    en: 'An action is without a responsible person',
  }),
};

/** With the working days since then, if any. */
function waiting({ age }: StepCause, texts: Texts): Texts {
  const sentence = (language: Language): string =>
    age <= 0 ? texts[language] : `${texts[language]} (${workingDaysIn(age, language)})`;
  return { nb: sentence('nb'), nn: sentence('nn'), en: sentence('en') };
}

/** Until its day, and after it. */
function whenDue(
  { age, countedFrom }: StepCause,
  texts: Readonly<Record<Language, readonly [before: string, after: string]>>,
): Texts {
  const sentence = (language: Language): string => {
    const [before, after] = texts[language];
    if (age <= 0) return `${before} ${dayIn(countedFrom, language)}`;
    return `${after} (${workingDaysIn(age, language)})`;
  };
  return { nb: sentence('nb'), nn: sentence('nn'), en: sentence('en') };
}
