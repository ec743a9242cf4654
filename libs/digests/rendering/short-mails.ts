import { monthIn } from '#alerts/contract';
import type { CalendarDate, Month } from '#platform/kernel';
import { organisationOf, renderedMail, type ItemsPart, type MailDocument, type RenderedMail } from '#platform/mail';
import type { DigestContent, DigestNeed, DigestNews } from '../contract/index.js';
import type { DecisionLine } from '../domain/content/decisions.js';
import { wholeDay } from './dates.js';
import { decisionPart } from './decision-part.js';
import { answerableItem, needItem, newsItem, type AnswerUrlOf, type LineWords } from './lines.js';
import { SHORT_WORDS, type ReminderCause } from './short-words.js';

/** Words, names and addresses with which every short mail is written. */
export interface ShortMail extends LineWords {
  readonly day: CalendarDate;
  readonly municipality: DigestContent['municipality'];
}

/** A list of which the first lines are shown. */
export interface Lines<T> {
  readonly shown: readonly T[];
  readonly count: number;
}

/** The content of a daily mail. Each part may be empty, but not all of them. */
export interface DailyContent {
  /** Alerts whose steps the ladder took. */
  readonly needs: Lines<DigestNeed>;
  readonly decisions: readonly DecisionLine[];
  /** Changes of the meeting plan. */
  readonly news: Lines<DigestNews>;
}

export function dailyMail(
  mail: ShortMail,
  { needs, decisions, news }: DailyContent,
  answerUrlOf?: AnswerUrlOf,
): RenderedMail {
  const { language, links } = mail;
  const words = SHORT_WORDS[language];
  const waiting = needs.count + decisions.length;
  const subject = waiting > 0 ? words.waiting(waiting) : words.planChanged(news.count);
  const parts = [
    needs.count > 0 && {
      kind: 'items' as const,
      heading: decisions.length + news.count > 0 ? words.needs : null,
      items: needs.shown.map((need) => answerableItem(need, mail, answerUrlOf)),
      more: rest(needs, words.moreNeeds, links.alerts()),
    },
    decisionPart(decisions, mail, needs.count + news.count > 0),
    news.count > 0 && {
      kind: 'items' as const,
      heading: waiting > 0 ? words.news : null,
      items: news.shown.map((item) => newsItem(item, mail)),
      more: rest(news, words.moreNews, links.start()),
    },
  ].filter((part) => part !== false && part !== null);
  const why = waiting > 0 ? words.whyWaiting : words.whyNews;
  return written(mail, { subject, lead: begun(wholeDay(mail.day, language)), parts, why });
}

/** With a capital letter. */
const begun = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const rest = <T>({ shown, count }: Lines<T>, text: (n: number) => string, href: string): ItemsPart['more'] =>
  count > shown.length ? { text: text(count - shown.length), href } : null;

/** A change of a meeting that is today or tomorrow, or urgent. */
export function changeMail(mail: ShortMail, news: DigestNews, isUrgent: boolean): RenderedMail {
  const words = SHORT_WORDS[mail.language];
  const item = newsItem(news, mail);
  const subject = isUrgent ? words.urgent(item.matter) : item.matter;
  return written(mail, { subject, lead: words.changeLead, parts: [only(item)], why: words.whyChange });
}

/** The coordinator reminds the leaders of a unit. */
export interface Reminder {
  readonly unitId: string;
  readonly kind: ReminderCause | null;
  readonly month: Month | null;
  /** The coordinator. */
  readonly by: string | undefined;
}

export function reminderMail(mail: ShortMail, { unitId, kind, month, by }: Reminder): RenderedMail {
  const { language, links, nameOf } = mail;
  const words = SHORT_WORDS[language];
  const subject = words.reminder(words.causes[kind ?? 'any']);
  const details = [nameOf(unitId), month && monthIn(month, language), by].filter(Boolean).join(' · ');
  const item = { matter: words.openUnit(nameOf(unitId) ?? unitId), href: links.unit(unitId), details };
  return written(mail, { subject, lead: words.reminderLead, parts: [only(item)], why: words.whyReminder });
}

/** The leader of the service asks an action's owner about it. */
export function questionMail(mail: ShortMail, need: DigestNeed, by: string | undefined): RenderedMail {
  const words = SHORT_WORDS[mail.language];
  const lead = words.questionLead(by ?? null);
  return written(mail, { subject: words.question, lead, parts: [only(needItem(need, mail))], why: words.whyQuestion });
}

const only = (item: ItemsPart['items'][number]): ItemsPart => ({
  kind: 'items',
  heading: null,
  items: [item],
  more: null,
});

interface Written extends Pick<MailDocument, 'subject' | 'lead' | 'parts'> {
  readonly why: string;
}

function written({ language, municipality, links }: ShortMail, { subject, lead, parts, why }: Written): RenderedMail {
  const words = SHORT_WORDS[language];
  return renderedMail({
    language,
    subject,
    title: subject,
    lead,
    organisation: organisationOf(municipality),
    parts,
    button: null,
    footer: [{ text: why }, { text: words.preferences, href: links.preferences() }, { text: words.noTracking }],
  });
}
