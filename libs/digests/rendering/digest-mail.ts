import { dayOf, listed } from '#platform/kernel';
import {
  organisationOf,
  renderedMail,
  type FiguresPart,
  type MailDocument,
  type MailPart,
  type RenderedMail,
  type TablePart,
  type TableRow,
} from '#platform/mail';
import { weekNumberOf, type DigestContent, type MailLanguage, type ServiceLine } from '../contract/index.js';
import type { DecisionLine } from '../domain/content/decisions.js';
import { clockTime, monthName, wholeDay } from './dates.js';
import { decisionPart } from './decision-part.js';
import { templateOf, type Template } from './digest-templates.js';
import type { DigestHrefs } from './digest-hrefs.js';
import { DIGEST_WORDS, type DigestWords } from './digest-words.js';
import { answerableItem, newsItem, unitsIn, type AnswerUrlOf, type LineWords } from './lines.js';
import { MailLinks } from './mail-links.js';

/**
 * Version of the template. A changed template gets a new number and keeps the old one beside it, so that each digest can
 * be rendered as it was sent.
 */
export const DIGEST_TEMPLATE = 5;
/** True for a template that this version of the program has. */
export const isKnownTemplate = (template: number): boolean => templateOf(template) !== undefined;

/** The digest of that template cannot be rendered by this version of the program. */
export class UnknownTemplate extends Error {
  override readonly name = 'UnknownTemplate';
}

/** Parts of the mail that is sent which its event does not hold; checksums leave them out. */
export interface OnlyInMail {
  /** Addresses of answers without signing in, which are secrets of the receiver. */
  readonly answerUrlOf?: AnswerUrlOf | undefined;
  /** Decisions that waited in the morning, and that no earlier mail told. */
  readonly decisions?: readonly DecisionLine[];
}

/** The mail of a digest, from its event and what the mail that is sent has besides. @throws UnknownTemplate */
export const digestMail = (content: DigestContent, besides: OnlyInMail = {}): RenderedMail =>
  renderedMail(digestDocument(content, besides));

/** What both parts of the mail are rendered from. @throws UnknownTemplate */
export function digestDocument(content: DigestContent, besides: OnlyInMail = {}): MailDocument {
  const template = templateOf(content.template);
  if (!template) throw new UnknownTemplate(`Template ${content.template}`);
  return documentOf(content, template, besides);
}

interface Writing extends LineWords {
  readonly words: DigestWords;
  readonly answerUrlOf: AnswerUrlOf | undefined;
  readonly hrefs: DigestHrefs;
  readonly hasEarly: boolean;
}

function documentOf(
  content: DigestContent,
  template: Template,
  { answerUrlOf, decisions = [] }: OnlyInMail,
): MailDocument {
  const { language, names, origin, municipality, week, on, isLate } = content;
  const waiting = content.needsCount + decisions.length;
  const words = DIGEST_WORDS[language];
  const nameOf = (id: string) => names[id] ?? null;
  const links = new MailLinks(origin);
  const { hasEarly } = template;
  const hrefs = template.hrefsOf(content, links);
  const writing: Writing = { language, words, links, nameOf, answerUrlOf, hrefs, hasEarly };
  const number = weekNumberOf(week);
  const late = isLate ? `${words.late(number, wholeDay(on, language))} ` : '';
  const vacant =
    content.vacant.length === 0 ? '' : ` ${words.vacant(listed(content.vacant.map(writing.nameOf), language))}`;
  const isMandatory = content.roles.some((role) => role !== 'unit-leader');
  const { button, choices } = template.ending({ language, week, isMandatory }, links);
  return {
    language,
    subject: words.subject(number, waiting),
    title: words.title(waiting),
    lead: `${late}${words.lead(number, momentIn(content), waiting)}${vacant}`,
    organisation: organisationOf(municipality),
    parts: partsOf(content, decisions, writing),
    layout: template.layout,
    button,
    footer: [
      { text: words.linksAreOfThen },
      { text: words.why[content.roles[0]!] },
      choices,
      { text: words.noTracking },
    ],
  };
}

/** «mandag 16. november 2026 kl. 07.00» */
function momentIn({ asOf, language }: DigestContent): string {
  return `${wholeDay(dayOf(new Date(asOf)), language)} kl. ${clockTime(new Date(asOf))}`;
}

function partsOf(content: DigestContent, decisions: readonly DecisionLine[], writing: Writing): readonly MailPart[] {
  const own = [needsPart(content, writing), decisionPart(decisions, writing, true), newsPart(content, writing)];
  const figures =
    content.needsCount === 0
      ? [allIsWell(content, writing), earlyPart(content, writing)]
      : [
          meetingsPart(content, writing),
          protocolsPart(content, writing),
          actionsPart(content, writing),
          earlyPart(content, writing),
          goodPart(content, writing),
        ];
  return [...own, ...figures].filter((part) => part !== null);
}

function needsPart({ needs, needsCount }: DigestContent, { words, answerUrlOf, ...writing }: Writing): MailPart | null {
  if (needs.length === 0) return null;
  const rest = needsCount - needs.length;
  return {
    kind: 'items',
    heading: words.needs,
    items: needs.map((need) => answerableItem(need, writing, answerUrlOf)),
    more: rest === 0 ? null : { text: words.moreNeeds(rest), href: writing.links.alerts() },
  };
}

function newsPart({ news, newsCount }: DigestContent, { words, ...writing }: Writing): MailPart | null {
  if (news.length === 0) return null;
  const rest = newsCount - news.length;
  return {
    kind: 'items',
    heading: words.news,
    items: news.map((item) => newsItem(item, writing)),
    more: rest === 0 ? null : { text: words.moreNews(rest), href: writing.links.start() },
  };
}

type Row = FiguresPart['rows'][number];

function metRow(content: DigestContent, { words, hrefs, language }: Writing): Row {
  const { month, met, metLastYear } = content.meetings;
  return {
    name: words.met(monthName(month, language)),
    href: hrefs.met,
    aside: metLastYear && words.metLastYear(metLastYear.count, metLastYear.of),
    value: met.of === 0 ? words.none : words.of(met.count, met.of),
  };
}

function inTimeRow(content: DigestContent, { words, hrefs, language }: Writing): Row {
  const { month, inTime } = content.protocols;
  return {
    name: words.inTime(monthName(month, language)),
    href: hrefs.inTime,
    aside: inTime.of === 0 ? null : words.of(inTime.count, inTime.of),
    value: inTime.of === 0 ? words.none : words.percent(Math.round((100 * inTime.count) / inTime.of)),
  };
}

function meetingsPart(content: DigestContent, writing: Writing): MailPart {
  const { words, hrefs, nameOf } = writing;
  const { heldLastWeek, plannedThisWeek, unplanned } = content.meetings;
  const number = (name: string, href: string, value: number): Row => ({
    name,
    href,
    aside: null,
    value: String(value),
  });
  return {
    kind: 'figures',
    heading: words.meetings,
    rows: [
      metRow(content, writing),
      number(words.heldLastWeek, hrefs.heldLastWeek, heldLastWeek),
      number(words.plannedThisWeek, hrefs.plannedThisWeek, plannedThisWeek),
      ...unplanned.slice(0, MOST_ROWS).map(({ unitId, workingDaysLeft }) => ({
        name: words.unplanned(nameOf(unitId) ?? unitId),
        href: hrefs.unplanned(unitId),
        aside: words.leftOfMonth,
        value: words.workingDays(workingDaysLeft),
        sentence: `${words.unplanned(nameOf(unitId) ?? unitId)}, ${words.workingDays(workingDaysLeft)} ${words.leftOfMonth}`,
      })),
    ],
    more: moreOf(unplanned.length, writing, hrefs.moreUnplanned),
  };
}

/** Rows of a list in a part; the rest is a count and a link. */
const MOST_ROWS = 10;
const MORE = { nb: (n: number) => `Se ${n} til`, nn: (n: number) => `Sjå ${n} til` } as const satisfies Record<
  MailLanguage,
  (n: number) => string
>;
const moreOf = (count: number, { language }: Writing, href: string) =>
  count > MOST_ROWS ? { text: MORE[language](count - MOST_ROWS), href } : null;

function protocolsPart(content: DigestContent, writing: Writing): MailPart | null {
  const { words, links, hrefs } = writing;
  const { inTime, missing } = content.protocols;
  if (inTime.of === 0 && missing.length === 0) return null;
  return {
    kind: 'figures',
    heading: words.protocols,
    rows: [
      inTimeRow(content, writing),
      ...missing.slice(0, MOST_ROWS).map(({ meetingId, unitIds, workingDays }) => ({
        name: words.missing(unitsIn(unitIds, writing)),
        href: links.meeting(meetingId),
        aside: words.sinceMeeting,
        value: words.workingDays(workingDays),
        sentence: `${words.missing(unitsIn(unitIds, writing))}, ${words.workingDays(workingDays)} ${words.sinceMeeting}`,
      })),
    ],
    more: moreOf(missing.length, writing, hrefs.moreMissing),
  };
}

/** «+2», «−1», «0» */
const signed = (change: number): string => (change > 0 ? `+${change}` : String(change).replace('-', '−'));

function actionsPart(content: DigestContent, writing: Writing): TablePart | null {
  const { words, hrefs, nameOf } = writing;
  const { services, all } = content.actions;
  if (services.length === 0) return null;
  const row = (
    name: string,
    href: string | null,
    { started, ended, open, overdue, overdueBefore }: ServiceLine,
  ): TableRow => {
    const change = signed(overdue - overdueBefore);
    return {
      name,
      href,
      cells: [started, ended, open, overdue].map(String).concat(change),
      sentence: words.row(started, ended, open, overdue, change),
    };
  };
  return {
    kind: 'table',
    heading: words.actions,
    columns: words.columns,
    rows: services.map((line) => {
      const id = line.serviceId;
      return row(id === null ? words.noService : (nameOf(id) ?? id), hrefs.actionsOf(id), line);
    }),
    total: row(words.total, hrefs.allActions, all),
    note: words.changeNote,
  };
}

/** Early intervention: the figures that everybody in the administration may see, or that they are too small to be shown. */
function earlyPart({ early }: DigestContent, { words, links, hasEarly }: Writing): MailPart | null {
  if (!early || !hasEarly) return null;
  const { period, knownOn, mattersUnderTen: matters, resourcesUnderTen: resources } = early;
  const row = (indicator: number, name: string, value: string | null, aside: string | null): Row => ({
    name,
    href: links.indicator(indicator, knownOn, { period }),
    aside: value === null ? words.tooSmall : aside,
    value: value ?? words.notShown,
  });
  const share = matters && words.percent(Math.round((100 * matters.count) / matters.of));
  return {
    kind: 'figures',
    heading: words.early(period),
    rows: [
      row(37, words.mattersUnderTen, share, matters && words.of(matters.count, matters.of)),
      row(38, words.resourcesUnderTen, resources === null ? null : words.percent(Math.round(resources)), null),
    ],
    more: null,
  };
}

function goodPart({ good }: DigestContent, { words, nameOf, hrefs }: Writing): MailPart | null {
  const { onTrack } = hrefs;
  const sentences = [
    ...good.unitsOnTrack
      .slice(0, MOST_ROWS)
      .map((unitId) => ({ sentence: words.unitOnTrack(nameOf(unitId) ?? unitId), href: onTrack })),
    ...good.completedInTime.map(({ serviceId, count }) => ({
      sentence: words.completedInTime(nameOf(serviceId) ?? serviceId, count),
      href: hrefs.completedInTime(serviceId),
    })),
  ];
  return sentences.length === 0 ? null : { kind: 'list', heading: words.good, sentences };
}

/** The four figures of a week in which nothing needs the reader. */
function allIsWell(content: DigestContent, writing: Writing): MailPart {
  const { words, hrefs } = writing;
  const { open, overdue, overdueBefore } = content.actions.all;
  return {
    kind: 'figures',
    heading: content.news.length === 0 ? null : words.meetings,
    rows: [
      metRow(content, writing),
      inTimeRow(content, writing),
      { name: words.openActions, href: hrefs.openActions, aside: null, value: String(open) },
      {
        name: words.overdueActions,
        href: hrefs.overdueActions,
        aside: words.sinceLastWeek(signed(overdue - overdueBefore)),
        value: String(overdue),
      },
    ],
    more: null,
  };
}
