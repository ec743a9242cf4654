import { organisationOf, renderedMail, type RenderedMail } from '#platform/mail';
import type { Appointment } from '../files/appointment.js';
import { titleOf } from '../files/calendar-file.js';
import { AT, dayIn, INTROS, OPEN, SUBJECTS, WHY, WHY_INSTEAD, type MailLanguage } from './invitation-words.js';

/** Why the mail is sent. */
export type WhatHappened = keyof typeof SUBJECTS;

export interface LetterFacts {
  readonly language: MailLanguage;
  readonly unitNameOf: (unitId: string) => string;
  readonly municipality: Parameters<typeof organisationOf>[0];
  readonly appointment: Pick<Appointment, 'kind' | 'unitIds' | 'on' | 'startsAt' | 'place'>;
  /** Page of the meeting. */
  readonly href: string;
  /** True for a substitute of somebody who is called. */
  readonly isInstead: boolean;
}

/** The text around an invitation's calendar. */
export function invitationLetter(
  why: WhatHappened,
  { language, unitNameOf, municipality, appointment, href, isInstead }: LetterFacts,
): RenderedMail {
  const { on, startsAt, place } = appointment;
  const title = titleOf(appointment, { language, unitNameOf });
  const when = `${dayIn(on, language)} ${AT[language]} ${startsAt}`;
  return renderedMail({
    language,
    subject: `${SUBJECTS[why][language]}: ${title}, ${when}`,
    title: SUBJECTS[why][language],
    lead: INTROS[why][language],
    organisation: organisationOf(municipality),
    parts: [
      {
        kind: 'items',
        heading: null,
        items: [{ matter: title, href, details: place === null ? when : `${when} · ${place}` }],
        more: null,
      },
    ],
    button: { text: OPEN[language], href },
    footer: [{ text: (isInstead ? WHY_INSTEAD : WHY)[language] }],
  });
}
