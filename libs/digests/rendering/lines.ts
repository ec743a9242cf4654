import { listed, type CalendarDate } from '#platform/kernel';
import type { ItemsPart } from '#platform/mail';
import { stepSentence } from '#alerts/contract';
import type { DigestNeed, DigestNews, MailLanguage } from '../contract/index.js';
import { dayAndMonth, timeOf, wholeDay } from './dates.js';
import type { MailLinks } from './mail-links.js';

type Item = ItemsPart['items'][number];
type Names = (id: string) => string | null;

export interface LineWords {
  readonly language: MailLanguage;
  readonly links: MailLinks;
  readonly nameOf: Names;
}

/** Most units that a line names. */
const UNITS_NAMED = 3;
const MORE_UNITS = {
  nb: (n: number) => `${n} enheter til`,
  nn: (n: number) => `${n} einingar til`,
} as const;

/** «Lyngneset skole, Bakken barnehage og 4 enheter til» */
export function unitsIn(unitIds: readonly string[], { nameOf, language }: LineWords): string {
  const rest = unitIds.length - UNITS_NAMED;
  const named = rest > 1 ? unitIds.slice(0, UNITS_NAMED) : unitIds;
  return listed([...named.map(nameOf), rest > 1 && MORE_UNITS[language](rest)], language);
}

const DUE = { nb: 'frist', nn: 'frist' } as const;
const FOLLOW_UP = { nb: 'oppfølging', nn: 'oppfølging' } as const;

/** An alert in two lines: the matter without any text of an action, and where, who and when. */
export function needItem(need: DigestNeed, words: LineWords): Item {
  const { language, links, nameOf } = words;
  const { kind, unitIds, serviceIds, ownerId, countedFrom } = need;
  const services = serviceIds.map(nameOf);
  const day = dayAndMonth(countedFrom, language);
  const date = { overdue: `${DUE[language]} ${day}`, 'follow-up-missed': `${FOLLOW_UP[language]} ${day}` } as Partial<
    Record<DigestNeed['kind'], string>
  >;
  const details = [...services, unitsIn(unitIds, words), ownerId && nameOf(ownerId), date[kind]];
  return {
    matter: stepSentence(need, language),
    href: links.ofNeed(need),
    details: details.filter(Boolean).join(' · '),
  };
}

/** Address by which the receiver may answer about a matter without signing in, if they may. */
export type AnswerUrlOf = (need: DigestNeed) => string | undefined;

const ANSWER = { nb: 'Svar uten å logge inn', nn: 'Svar utan å logge inn' } as const;

/** An alert with the link by which its receiver answers, if any. */
export function answerableItem(need: DigestNeed, words: LineWords, answerUrlOf?: AnswerUrlOf): Item {
  const href = answerUrlOf?.(need);
  return { ...needItem(need, words), ...(href !== undefined && { also: { text: ANSWER[words.language], href } }) };
}

/** A change of the meeting plan in two lines, without its reason, which may tell of a matter. */
export function newsItem(news: DigestNews, words: LineWords): Item {
  const sentence = NEWS[words.language];
  return {
    matter:
      news.what === 'plan'
        ? sentence.plan(news)
        : sentence[news.what](onDay(news, words.language), afterwards(news, words.language)),
    href: words.links.ofNews(news),
    details: unitsIn(news.unitIds, words),
  };
}

const at = (moment: { readonly on: CalendarDate; readonly startsAt: string }, language: MailLanguage) =>
  `${wholeDay(moment.on, language)} kl. ${timeOf(moment.startsAt)}`;
const onDay = ({ before, after }: DigestNews, language: MailLanguage): string => {
  const day = before?.on ?? after?.on;
  return day === undefined ? '' : ` ${dayAndMonth(day, language)}`;
};
const afterwards = ({ after }: DigestNews, language: MailLanguage): string | null => after && at(after, language);

type Sentence = (day: string, after: string | null) => string;
type NewsWords = Readonly<Record<Exclude<DigestNews['what'], 'plan'>, Sentence>> & {
  readonly plan: (news: DigestNews) => string;
};

const NEWS: Readonly<Record<MailLanguage, NewsWords>> = {
  nb: {
    plan: ({ meetings }) => `Møtene i skoleåret er planlagt: ${meetings === 1 ? 'ett møte' : `${meetings} møter`}`,
    planned: (_, after) => `Nytt møte ${after ?? ''}`,
    called: (_, after) => `Du er innkalt til møte ${after ?? ''}`,
    moved: (day, after) => `Møtet${day} er flyttet til ${after ?? 'en annen dag'}`,
    postponed: (day, after) => (after === null ? `Møtet${day} er utsatt` : `Møtet${day} er utsatt til ${after}`),
    relocated: (day) => `Møtet${day} har fått nytt sted`,
    cancelled: (day) => `Møtet${day} er avlyst`,
  },
  nn: {
    plan: ({ meetings }) => `Møta i skuleåret er planlagde: ${meetings === 1 ? 'eitt møte' : `${meetings} møte`}`,
    planned: (_, after) => `Nytt møte ${after ?? ''}`,
    called: (_, after) => `Du er kalla inn til møte ${after ?? ''}`,
    moved: (day, after) => `Møtet${day} er flytta til ${after ?? 'ein annan dag'}`,
    postponed: (day, after) => (after === null ? `Møtet${day} er utsett` : `Møtet${day} er utsett til ${after}`),
    relocated: (day) => `Møtet${day} har fått ny stad`,
    cancelled: (day) => `Møtet${day} er avlyst`,
  },
};
