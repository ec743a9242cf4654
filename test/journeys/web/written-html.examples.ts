import type { CalendarDate, Month } from '#platform/kernel';
import { invitationLetter, type WhatHappened } from '../../../libs/calendar/sending/invitation-letter.js';
import type { DecisionLine } from '../../../libs/digests/domain/content/decisions.js';
import { answerPage, type AnswerPageState } from '../../../libs/digests/rendering/answer-page.js';
import {
  allIsWell,
  digestContent,
  early,
  KINDERGARTEN,
  SCHOOL,
} from '../../../libs/digests/rendering/digest.examples.js';
import { digestMail } from '../../../libs/digests/rendering/digest-mail.js';
import { MailLinks } from '../../../libs/digests/rendering/mail-links.js';
import {
  changeMail,
  dailyMail,
  questionMail,
  reminderMail,
  type ShortMail,
} from '../../../libs/digests/rendering/short-mails.js';
import { stopPage } from '../../../libs/digests/rendering/stop-page.js';
import { unknownLinkPage } from '../../../libs/digests/rendering/unknown-link.js';

// HTML that the application writes itself, for readers who are not signed in. Names are invented.

const { needs, news, names, municipality } = digestContent();
const answerUrlOf = () => `https://samspill.example/svar/${'0123456789abcdef'.repeat(12)}`;
const decisions: readonly DecisionLine[] = [
  { what: 'sign-ins', count: 2 },
  { what: 'agreements', unitIds: [SCHOOL, KINDERGARTEN] },
];
const unitNameOf = () => 'Fjordvik oppvekstsenter, avdeling barnehage og småskole';

/** Every mail in a language. */
function mailsIn(language: 'nb' | 'nn'): Readonly<Record<string, string>> {
  const mail: ShortMail = {
    language,
    day: '2026-11-17' as CalendarDate,
    municipality,
    links: new MailLinks('https://samspill.example'),
    nameOf: (id) => names[id] ?? null,
  };
  const twenty = Array.from({ length: 20 }, (_, i) => needs[i % needs.length]!);
  const letter = (why: WhatHappened, isInstead = false) =>
    invitationLetter(why, {
      ...{ language, unitNameOf, isInstead, municipality: { name: 'Fjordvik kommune', isDemo: true } },
      appointment: {
        ...{ kind: 'ordinary', unitIds: [KINDERGARTEN], startsAt: '12:30', place: 'Møterom 2, andre etasje' },
        on: '2026-12-08' as CalendarDate,
      },
      href: 'https://samspill.example/moter/018f0c5e-0000-4000-8000-000000000401',
    }).html;
  return {
    [`digest ${language}`]: digestMail(digestContent({ language, early: early() }), { answerUrlOf }).html,
    [`digest ${language}, all is well`]: digestMail(allIsWell({ language })).html,
    [`daily ${language}`]: dailyMail(
      mail,
      { needs: { shown: twenty, count: 43 }, decisions, news: { shown: news, count: 3 } },
      answerUrlOf,
    ).html,
    [`urgent ${language}`]: changeMail(mail, news[0]!, true).html,
    [`changed ${language}`]: changeMail(mail, news[0]!, false).html,
    [`reminder ${language}`]: reminderMail(mail, {
      ...{ unitId: SCHOOL, kind: 'month-missing', month: '2026-10' as Month, by: 'Kari Prøve' },
    }).html,
    [`question ${language}`]: questionMail(mail, needs[1]!, 'Berit Prøve').html,
    [`invitation ${language}`]: letter('invited'),
    [`changed invitation ${language}, to a substitute`]: letter('changed', true),
    [`withdrawn invitation ${language}`]: letter('withdrawn'),
    [`cancelled invitation ${language}`]: letter('cancelled'),
  };
}

/** Mails by what they are and their language. */
export const MAILS: Readonly<Record<string, string>> = { ...mailsIn('nb'), ...mailsIn('nn') };

const ANSWERS: Readonly<Record<string, AnswerPageState>> = {
  open: 'open',
  'under way': { recorded: 'under-way' },
  'more time': { recorded: 'more-time' },
  used: 'used',
  expired: 'over',
};

/** Pages that need no sign-in, by their address, their state and their language. */
export const OUTSIDE_PAGES: Readonly<Record<string, string>> = Object.fromEntries(
  (['nb', 'nn', 'en'] as const).flatMap((language) => [
    ...Object.entries(ANSWERS).map(([state, it]) => [`/svar ${state} ${language}`, answerPage(language, it)] as const),
    ...(['digest', 'news'] as const).flatMap((kind) => [
      [`/avmeld ${kind} ${language}`, stopPage(language, kind, true)] as const,
      [`/avmeld ${kind} stopped ${language}`, stopPage(language, kind, false)] as const,
    ]),
    [`unknown token ${language}`, unknownLinkPage(language)] as const,
  ]),
);
