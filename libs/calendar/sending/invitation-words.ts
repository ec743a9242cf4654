import type { MailContent } from '#platform/mail';
import type { CalendarDate } from '#platform/kernel';

export type MailLanguage = MailContent['language'];
type Words = Readonly<Record<MailLanguage, string>>;

const LOCALES = { nb: 'nb-NO', nn: 'nn-NO', en: 'en-GB' } as const;

/** «tirsdag 8. desember 2026» */
export const dayIn = (day: CalendarDate, language: MailLanguage): string =>
  new Intl.DateTimeFormat(LOCALES[language], { dateStyle: 'full', timeZone: 'UTC' }).format(
    new Date(`${day}T00:00:00Z`),
  );

export const SUBJECTS: Readonly<Record<'invited' | 'changed' | 'withdrawn' | 'cancelled', Words>> = {
  invited: { nb: 'Innkalling', nn: 'Innkalling', en: 'Invitation' },
  changed: { nb: 'Endret møte', nn: 'Endra møte', en: 'Changed meeting' },
  withdrawn: { nb: 'Ikke lenger innkalt', nn: 'Ikkje lenger kalla inn', en: 'No longer called' },
  cancelled: { nb: 'Avlyst møte', nn: 'Avlyst møte', en: 'Cancelled meeting' },
};

export const INTROS: typeof SUBJECTS = {
  invited: {
    nb: 'Du er innkalt til et samarbeidsmøte. Legg det i kalenderen med vedlegget.',
    nn: 'Du er kalla inn til eit samarbeidsmøte. Legg det i kalenderen med vedlegget.',
    en: 'You are called to a collaboration meeting. Add it to your calendar with the attachment.',
  },
  changed: {
    nb: 'Tid eller sted er endret. Vedlegget oppdaterer kalenderen.',
    nn: 'Tid eller stad er endra. Vedlegget oppdaterer kalenderen.',
    en: 'The time or place has changed. The attachment updates your calendar.',
  },
  withdrawn: {
    nb: 'Du er ikke lenger innkalt til dette møtet. Vedlegget tar det ut av kalenderen.',
    nn: 'Du er ikkje lenger kalla inn til dette møtet. Vedlegget tek det ut av kalenderen.',
    en: 'You are no longer called to this meeting. The attachment removes it from your calendar.',
  },
  cancelled: {
    nb: 'Møtet er avlyst. Vedlegget tar det ut av kalenderen.',
    nn: 'Møtet er avlyst. Vedlegget tek det ut av kalenderen.',
    en: 'The meeting is cancelled. The attachment removes it from your calendar.',
  },
};

export const AT: Words = { nb: 'kl.', nn: 'kl.', en: 'at' };
export const OPEN: Words = { nb: 'Åpne møtet', nn: 'Opne møtet', en: 'Open the meeting' };
export const WHY: Words = {
  nb: 'Du får denne fordi du står i innkallingen. Den kan ikke slås av.',
  nn: 'Du får denne fordi du står i innkallinga. Ho kan ikkje slåast av.',
  en: 'You get this because you are called to the meeting. It cannot be turned off.',
};
/** The same for a substitute. */
export const WHY_INSTEAD: Words = {
  nb: 'Du får denne fordi du er vikar for en som står i innkallingen. Den kan ikke slås av.',
  nn: 'Du får denne fordi du er vikar for ein som står i innkallinga. Ho kan ikkje slåast av.',
  en: 'You get this because you stand in for somebody who is called to the meeting. It cannot be turned off.',
};
