import type { AlertKind } from '#alerts/contract';
import type { MailLanguage } from '../contract/index.js';

/** The cause of which the coordinator reminds a unit. */
export type ReminderCause = AlertKind;

/** Texts of the daily mail and of mails that are sent at once. */
export interface ShortWords {
  readonly waiting: (n: number) => string;
  readonly planChanged: (n: number) => string;
  readonly needs: string;
  readonly moreNeeds: (n: number) => string;
  readonly news: string;
  readonly moreNews: (n: number) => string;
  readonly urgent: (matter: string) => string;
  readonly changeLead: string;
  readonly reminder: (cause: string) => string;
  readonly causes: Readonly<Record<ReminderCause | 'any', string>>;
  readonly reminderLead: string;
  readonly openUnit: (unit: string) => string;
  readonly question: string;
  readonly questionLead: (by: string | null) => string;
  readonly whyWaiting: string;
  readonly whyNews: string;
  readonly whyChange: string;
  readonly whyReminder: string;
  readonly whyQuestion: string;
  readonly preferences: string;
  readonly noTracking: string;
}

const nb: ShortWords = {
  waiting: (n) => (n === 1 ? '1 sak venter på deg' : `${n} saker venter på deg`),
  planChanged: (n) => (n === 1 ? 'Møteplanen er endret' : `Møteplanen er endret: ${n} endringer`),
  needs: 'Venter på deg',
  moreNeeds: (n) => (n === 1 ? 'Se 1 sak til' : `Se ${n} saker til`),
  news: 'Nytt i møteplanen',
  moreNews: (n) => (n === 1 ? 'Se 1 endring til' : `Se ${n} endringer til`),
  urgent: (matter) => `Haster: ${matter}`,
  changeLead: 'Møteplanen er endret.',
  reminder: (cause) => `Koordinatoren minner om ${cause}`,
  causes: {
    overdue: 'tiltak over fristen',
    'follow-up-missed': 'tiltak som ikke er fulgt opp',
    'protocol-late': 'protokollen som mangler',
    'meeting-unconfirmed': 'å si om møtet ble holdt',
    'month-missing': 'møtet som mangler',
    orphan: 'tiltak uten ansvarlig person',
    any: 'det som venter',
  },
  reminderLead: 'Åpne siden for å se hva det gjelder, og hva som gjenstår.',
  openUnit: (unit) => `Se hva som venter: ${unit}`,
  question: 'Lederen din spør om et tiltak',
  questionLead: (by) => `${by ?? 'Virksomhetslederen'} spør hvordan det går. Spørsmålet står i Samspill.`,
  whyWaiting:
    'Du får denne fordi noe du har ansvar for, venter. Den kommer høyst én gang hver virkedag og kan ikke slås av.',
  whyNews: 'Du får denne fordi møteplanen din er endret. Den kommer høyst én gang hver virkedag, og du kan slå den av.',
  whyChange: 'Du får denne med en gang fordi møtet er snart. Slike endringer kan ikke slås av.',
  whyReminder: 'Du får denne fordi du leder enheten.',
  whyQuestion: 'Du får denne fordi du har ansvaret for tiltaket.',
  preferences: 'Velg språk, stille timer og hva du vil ha på e-post',
  noTracking: 'Vi måler ikke om du åpner e-posten.',
};

const nn: ShortWords = {
  waiting: (n) => (n === 1 ? '1 sak ventar på deg' : `${n} saker ventar på deg`),
  planChanged: (n) => (n === 1 ? 'Møteplanen er endra' : `Møteplanen er endra: ${n} endringar`),
  needs: 'Ventar på deg',
  moreNeeds: (n) => (n === 1 ? 'Sjå 1 sak til' : `Sjå ${n} saker til`),
  news: 'Nytt i møteplanen',
  moreNews: (n) => (n === 1 ? 'Sjå 1 endring til' : `Sjå ${n} endringar til`),
  urgent: (matter) => `Hastar: ${matter}`,
  changeLead: 'Møteplanen er endra.',
  reminder: (cause) => `Koordinatoren minner om ${cause}`,
  causes: {
    overdue: 'tiltak over fristen',
    'follow-up-missed': 'tiltak som ikkje er følgde opp',
    'protocol-late': 'protokollen som manglar',
    'meeting-unconfirmed': 'å seie om møtet vart halde',
    'month-missing': 'møtet som manglar',
    orphan: 'tiltak utan ansvarleg person',
    any: 'det som ventar',
  },
  reminderLead: 'Opne sida for å sjå kva det gjeld, og kva som står att.',
  openUnit: (unit) => `Sjå kva som ventar: ${unit}`,
  question: 'Leiaren din spør om eit tiltak',
  questionLead: (by) => `${by ?? 'Verksemdsleiaren'} spør korleis det går. Spørsmålet står i Samspill.`,
  whyWaiting:
    'Du får denne fordi noko du har ansvar for, ventar. Han kjem høgst éin gong kvar virkedag og kan ikkje slåast av.',
  whyNews: 'Du får denne fordi møteplanen din er endra. Han kjem høgst éin gong kvar virkedag, og du kan slå han av.',
  whyChange: 'Du får denne med ein gong fordi møtet er snart. Slike endringar kan ikkje slåast av.',
  whyReminder: 'Du får denne fordi du leier eininga.',
  whyQuestion: 'Du får denne fordi du har ansvaret for tiltaket.',
  preferences: 'Vel språk, stille timar og kva du vil ha på e-post',
  noTracking: 'Vi måler ikkje om du opnar e-posten.',
};

export const SHORT_WORDS: Readonly<Record<MailLanguage, ShortWords>> = { nb, nn };
