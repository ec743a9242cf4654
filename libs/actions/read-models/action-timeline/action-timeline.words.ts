import type { CalendarDate } from '#platform/kernel';
import type { Language } from '#platform/identity';
import type { AbandonReason, Effect, FollowUpOutcome } from '../../contract/index.js';

type Words<Code extends string> = Readonly<Record<Code, Readonly<Record<Language, string>>>>;

export const OUTCOMES: Words<FollowUpOutcome> = {
  'on-track': { nb: 'i rute', nn: 'i rute', en: 'on track' },
  'needs-change': { nb: 'må endres', nn: 'må endrast', en: 'needs change' },
  done: { nb: 'ferdig', nn: 'ferdig', en: 'done' },
};

export const EFFECTS: Words<Effect> = {
  worked: { nb: 'virket', nn: 'verka', en: 'it worked' },
  partly: { nb: 'virket delvis', nn: 'verka delvis', en: 'it worked partly' },
  'did-not': { nb: 'virket ikke', nn: 'verka ikkje', en: 'it did not work' },
  'cannot-be-judged': { nb: 'kan ikke vurderes', nn: 'kan ikkje vurderast', en: 'it cannot be judged' },
};

export const ABANDON_REASONS: Words<AbandonReason> = {
  moved: { nb: 'flyttet', nn: 'flytta', en: 'moved away' },
  'consent-withdrawn': { nb: 'samtykke trukket', nn: 'samtykke trekt', en: 'consent withdrawn' },
  'not-relevant': { nb: 'ikke aktuelt lenger', nn: 'ikkje aktuelt lenger', en: 'no longer relevant' },
  replaced: { nb: 'erstattet av et annet tiltak', nn: 'erstatta av eit anna tiltak', en: 'replaced by another action' },
  corrected: {
    nb: 'protokollen er rettet',
    nn: 'protokollen er retta',
    en: 'the protocol was corrected',
  },
};

const FORMATS = {
  nb: new Intl.DateTimeFormat('nb-NO', { dateStyle: 'long', timeZone: 'UTC' }),
  nn: new Intl.DateTimeFormat('nn-NO', { dateStyle: 'long', timeZone: 'UTC' }),
  en: new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }),
} as const satisfies Record<Language, Intl.DateTimeFormat>;

/** «7. desember 2026». */
export const inWords = (day: CalendarDate, language: Language): string =>
  FORMATS[language].format(new Date(`${day}T00:00:00Z`));
