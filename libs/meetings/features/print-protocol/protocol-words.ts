import type { z } from 'zod';
import type { Role } from '#platform/identity';
import type { CalendarDate } from '#platform/kernel';
import type { AbandonReason, ActionCategory, ActionLevel, Approach } from '#actions/contract/content';
import type {
  AgeBand,
  Attendance,
  Cause,
  EarlierAction,
  MeetingKind,
  Setting,
  TopicCode,
} from '../../contract/index.js';

/**
 * Forms of Norwegian for a printed protocol; the municipality's own is used, since the document is the municipality's.
 */
export type Form = 'nb' | 'nn';
type Words<Code extends string> = Readonly<Record<Code, Readonly<Record<Form, string>>>>;
const same = (word: string) => ({ nb: word, nn: word });

export const KINDS: Words<MeetingKind> = {
  ordinary: same('Ordinært møte'),
  extraordinary: same('Ekstraordinært møte'),
  joint: same('Fellesmøte'),
};

export const TOPICS: Words<z.infer<typeof TopicCode>> = {
  'learning-environment': same('læringsmiljø'),
  bullying: same('mobbing'),
  language: same('språk'),
  'reading-writing': same('lesing og skriving'),
  mathematics: same('matematikk'),
  behaviour: { nb: 'atferd', nn: 'åtferd' },
  attendance: { nb: 'fravær', nn: 'fråvær' },
  'social-skills': same('sosial kompetanse'),
  'mental-health': same('psykisk helse'),
  health: same('helse'),
  'motor-skills': same('motorikk'),
  transition: { nb: 'overgang', nn: 'overgang' },
  'parent-cooperation': same('foreldresamarbeid'),
  'staff-competence': same('kompetanse i personalet'),
  routines: { nb: 'rutiner', nn: 'rutinar' },
  'physical-environment': same('fysisk miljø'),
  multilingual: { nb: 'flerspråklighet', nn: 'fleirspråklegheit' },
  other: { nb: 'annet', nn: 'anna' },
};
export const CAUSES: Words<z.infer<typeof Cause>> = {
  competence: same('kompetanse'),
  cooperation: same('samarbeid'),
  capacity: same('kapasitet'),
};
export const AGES: Words<z.infer<typeof AgeBand>> = {
  '0-2': same('0–2 år'),
  '3-5': same('3–5 år'),
  '6-9': same('6–9 år'),
  '10-12': same('10–12 år'),
  '13-15': same('13–15 år'),
  '16-23': same('16–23 år'),
};
export const SETTINGS: Words<z.infer<typeof Setting>> = {
  'class-or-group': same('klasse eller gruppe'),
  'whole-unit': { nb: 'hele enheten', nn: 'heile eininga' },
  'free-play-or-break': { nb: 'lek eller friminutt', nn: 'leik eller friminutt' },
  home: { nb: 'hjemme', nn: 'heime' },
  transition: same('overgang'),
  online: { nb: 'på nett', nn: 'på nett' },
};

export const LEVELS: Words<z.infer<typeof ActionLevel>> = {
  individual: same('individ'),
  group: same('gruppe'),
  system: same('system'),
};
export const CATEGORIES: Words<z.infer<typeof ActionCategory>> = {
  'competence-building': same('kompetanseheving'),
  guidance: { nb: 'veiledning', nn: 'rettleiing' },
  'observation-assessment': same('observasjon og kartlegging'),
  'group-adaptation': { nb: 'tilrettelegging i gruppe', nn: 'tilrettelegging i gruppe' },
  'parent-cooperation': same('foreldresamarbeid'),
  referral: { nb: 'henvisning', nn: 'tilvising' },
  statped: same('Statped'),
  'extra-resources': { nb: 'ekstra ressurser', nn: 'ekstra ressursar' },
  report: same('melding'),
  other: { nb: 'annet', nn: 'anna' },
};
export const APPROACHES: Words<z.infer<typeof Approach>> = {
  preventive: { nb: 'forebyggende', nn: 'førebyggjande' },
  compensating: { nb: 'kompenserende', nn: 'kompenserande' },
};

export const OUTCOMES: Words<EarlierAction['outcome']> = {
  'on-track': same('I rute'),
  completed: same('Gjennomført'),
  'carried-on': { nb: 'Videreført', nn: 'Ført vidare' },
  changed: { nb: 'Endret', nn: 'Endra' },
  abandoned: { nb: 'Avbrutt', nn: 'Avbrote' },
};
export const ABANDONED: Words<AbandonReason> = {
  moved: { nb: 'flyttet', nn: 'flytta' },
  'consent-withdrawn': { nb: 'samtykke trukket', nn: 'samtykke trekt' },
  'not-relevant': { nb: 'ikke aktuelt lenger', nn: 'ikkje aktuelt lenger' },
  replaced: { nb: 'erstattet av et annet tiltak', nn: 'erstatta av eit anna tiltak' },
  corrected: { nb: 'protokollen er rettet', nn: 'protokollen er retta' },
};

export const ATTENDANCE: Words<z.infer<typeof Attendance>> = {
  present: { nb: 'Til stede', nn: 'Til stades' },
  absent: { nb: 'Fraværende', nn: 'Fråverande' },
  deputy: { nb: 'Vara møtte', nn: 'Vara møtte' },
};
export const ROLES: Words<Role> = {
  'unit-leader': { nb: 'enhetsleder', nn: 'einingsleiar' },
  'meeting-chair': { nb: 'møteansvarlig', nn: 'møteansvarleg' },
  teacher: { nb: 'lærer eller pedagogisk leder', nn: 'lærar eller pedagogisk leiar' },
  'service-member': { nb: 'medarbeider', nn: 'medarbeidar' },
  'service-unit-leader': { nb: 'virksomhetsleder', nn: 'verksemdsleiar' },
  coordinator: same('koordinator'),
  director: same('kommunedirektør'),
  elected: { nb: 'folkevalgt', nn: 'folkevald' },
  auditor: same('revisor'),
};

/** Fixed phrases of the printed protocol. */
export const PHRASES = {
  protocol: { nb: 'Protokoll fra TFS-møte', nn: 'Protokoll frå TFS-møte' },
  demo: {
    nb: 'Demodata: kommunen, menneskene og tiltakene er oppdiktet.',
    nn: 'Demodata: kommunen, menneska og tiltaka er oppdikta.',
  },
  demoMark: same('Demodata'),
  place: { nb: 'Sted', nn: 'Stad' },
  digital: same('Digitalt'),
  chair: { nb: 'Møteleder', nn: 'Møteleiar' },
  minuteTaker: same('Referent'),
  municipality: same('Kommune'),
  participants: { nb: 'Deltakere', nn: 'Deltakarar' },
  name: { nb: 'Navn', nn: 'Namn' },
  role: same('Rolle'),
  attendance: { nb: 'Oppmøte', nn: 'Oppmøte' },
  earlier: { nb: 'Siden sist', nn: 'Sidan sist' },
  noEarlier: {
    nb: 'Ingen tiltak fra tidligere møter ble tatt opp.',
    nn: 'Ingen tiltak frå tidlegare møte vart tekne opp.',
  },
  matters: { nb: 'Saker', nn: 'Saker' },
  noMatters: { nb: 'Ingen saker.', nn: 'Ingen saker.' },
  anonymous: { nb: 'Anonym drøfting', nn: 'Anonym drøfting' },
  topic: { nb: 'tema', nn: 'tema' },
  cause: { nb: 'årsak', nn: 'årsak' },
  action: same('Tiltak'),
  actions: { nb: 'Nye tiltak', nn: 'Nye tiltak' },
  noActions: { nb: 'Ingen nye tiltak.', nn: 'Ingen nye tiltak.' },
  owner: { nb: 'Ansvarlig', nn: 'Ansvarleg' },
  outcome: { nb: 'Hva møtet bestemte', nn: 'Kva møtet bestemte' },
  dueOn: same('Frist'),
  followUpOn: { nb: 'Oppfølging', nn: 'Oppfølging' },
  newText: { nb: 'Nå', nn: 'No' },
  reason: { nb: 'Grunn', nn: 'Grunn' },
  contributors: { nb: 'Bidrar', nn: 'Bidreg' },
  wantedEffect: { nb: 'Ønsket virkning', nn: 'Ønskt verknad' },
  resources: { nb: 'Ekstra ressurser', nn: 'Ekstra ressursar' },
  oneHour: same('time'),
  hours: { nb: 'timer', nn: 'timar' },
  matter: { nb: 'Sak', nn: 'Sak' },
  next: { nb: 'Neste møte', nn: 'Neste møte' },
  noNext: { nb: 'Ikke avtalt.', nn: 'Ikkje avtalt.' },
  filed: same('Levert'),
  corrected: { nb: 'Rettet', nn: 'Retta' },
  by: { nb: 'av', nn: 'av' },
  version: same('Versjon'),
  page: { nb: 'Side', nn: 'Side' },
  of: { nb: 'av', nn: 'av' },
} as const satisfies Words<string>;

const LOCALE: Readonly<Record<Form, string>> = { nb: 'nb-NO', nn: 'nn-NO' };
const noon = (day: CalendarDate) => new Date(`${day}T12:00:00Z`);

/** «onsdag 18. november 2026» */
export const longDay = (day: CalendarDate, form: Form): string =>
  new Intl.DateTimeFormat(LOCALE[form], { dateStyle: 'full', timeZone: 'UTC' }).format(noon(day));
/** «18. november 2026» */
export const plainDay = (day: CalendarDate, form: Form): string =>
  new Intl.DateTimeFormat(LOCALE[form], { dateStyle: 'long', timeZone: 'UTC' }).format(noon(day));
/** «18. nov. 2026», for the narrow columns of a table. */
export const shortDay = (day: CalendarDate, form: Form): string =>
  new Intl.DateTimeFormat(LOCALE[form], { dateStyle: 'medium', timeZone: 'UTC' }).format(noon(day));
/** 12.30, the Norwegian format. */
export const hour = (time: string): string => time.replace(':', '.');
/** 12 500, with a no-break space. */
export const amount = (value: number, form: Form): string => new Intl.NumberFormat(LOCALE[form]).format(value);
