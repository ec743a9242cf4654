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
import { clockTime, monthName, wholeDay } from './dates.js';
import { endingOf, type Ending } from './digest-endings.js';
import { DIGEST_WORDS, type DigestWords } from './digest-words.js';
import { needItem, newsItem, unitsIn, type LineWords } from './lines.js';
import { MailLinks } from './mail-links.js';

/**
 * Version of the template. A changed template gets a new number and keeps the old one beside it, so that each digest can
 * be rendered as it was sent.
 */
export const DIGEST_TEMPLATE = 3;
/** True for a template that this version of the program has. */
export const isKnownTemplate = (template: number): boolean => endingOf(template) !== undefined;

/** The digest of that template cannot be rendered by this version of the program. */
export class UnknownTemplate extends Error {
  override readonly name = 'UnknownTemplate';
}

/** The mail of a digest, from nothing but its event. @throws UnknownTemplate */
export const digestMail = (content: DigestContent): RenderedMail => renderedMail(digestDocument(content));

/** What both parts of the mail are rendered from. @throws UnknownTemplate */
export function digestDocument(content: DigestContent): MailDocument {
  const ending = endingOf(content.template);
  if (!ending) throw new UnknownTemplate(`Template ${content.template}`);
  return documentOf(content, ending);
}

interface Writing extends LineWords {
  readonly words: DigestWords;
}

function documentOf(content: DigestContent, ending: Ending): MailDocument {
  const { language, names, origin, municipality, week, needsCount, on, isLate } = content;
  const words = DIGEST_WORDS[language];
  const writing: Writing = { language, words, links: new MailLinks(origin), nameOf: (id) => names[id] ?? null };
  const number = weekNumberOf(week);
  const late = isLate ? `${words.late(number, wholeDay(on, language))} ` : '';
  const vacant =
    content.vacant.length === 0 ? '' : ` ${words.vacant(listed(content.vacant.map(writing.nameOf), language))}`;
  const isMandatory = content.roles.some((role) => role !== 'unit-leader');
  const { button, choices, ...layout } = ending({ language, week, isMandatory }, writing.links);
  return {
    language,
    subject: words.subject(number, needsCount),
    title: words.title(needsCount),
    lead: `${late}${words.lead(number, momentIn(content), needsCount)}${vacant}`,
    organisation: organisationOf(municipality),
    parts: partsOf(content, writing),
    ...layout,
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

function partsOf(content: DigestContent, writing: Writing): readonly MailPart[] {
  const own = [needsPart(content, writing), newsPart(content, writing)];
  const figures =
    content.needsCount === 0
      ? [allIsWell(content, writing)]
      : [
          meetingsPart(content, writing),
          protocolsPart(content, writing),
          actionsPart(content, writing),
          goodPart(content, writing),
        ];
  return [...own, ...figures].filter((part) => part !== null);
}

function needsPart({ needs, needsCount }: DigestContent, { words, ...writing }: Writing): MailPart | null {
  if (needs.length === 0) return null;
  const rest = needsCount - needs.length;
  return {
    kind: 'items',
    heading: words.needs,
    items: needs.map((need) => needItem(need, writing)),
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

/** The unit that all figures are about, for the pages' filter. */
const onlyUnit = ({ reach: { unitIds } }: DigestContent): string | null => (unitIds?.length === 1 ? unitIds[0]! : null);

function metRow(content: DigestContent, { words, links, language }: Writing): Row {
  const { month, met, metLastYear } = content.meetings;
  return {
    name: words.met(monthName(month, language)),
    href: links.indicator(1, content.on, { month, unitId: onlyUnit(content) }),
    aside: metLastYear && words.metLastYear(metLastYear.count, metLastYear.of),
    value: met.of === 0 ? words.none : words.of(met.count, met.of),
  };
}

function inTimeRow(content: DigestContent, { words, links, language }: Writing): Row {
  const { month, inTime } = content.protocols;
  return {
    name: words.inTime(monthName(month, language)),
    href: links.indicator(7, content.on, { month, unitId: onlyUnit(content) }),
    aside: inTime.of === 0 ? null : words.of(inTime.count, inTime.of),
    value: inTime.of === 0 ? words.none : words.percent(Math.round((100 * inTime.count) / inTime.of)),
  };
}

function meetingsPart(content: DigestContent, writing: Writing): MailPart {
  const { words, links, nameOf } = writing;
  const { heldLastWeek, plannedThisWeek, unplanned } = content.meetings;
  const number = (name: string, value: number): Row => ({
    name,
    href: links.meetings(),
    aside: null,
    value: String(value),
  });
  return {
    kind: 'figures',
    heading: words.meetings,
    rows: [
      metRow(content, writing),
      number(words.heldLastWeek, heldLastWeek),
      number(words.plannedThisWeek, plannedThisWeek),
      ...unplanned.slice(0, MOST_ROWS).map(({ unitId, workingDaysLeft }) => ({
        name: words.unplanned(nameOf(unitId) ?? unitId),
        href: links.unit(unitId),
        aside: words.leftOfMonth,
        value: words.workingDays(workingDaysLeft),
        sentence: `${words.unplanned(nameOf(unitId) ?? unitId)}, ${words.workingDays(workingDaysLeft)} ${words.leftOfMonth}`,
      })),
    ],
    more: moreOf(unplanned.length, writing, links.meetings()),
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
  const { words, links } = writing;
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
    more: moreOf(missing.length, writing, links.indicator(9, content.on, { unitId: onlyUnit(content) })),
  };
}

/** «+2», «−1», «0» */
const signed = (change: number): string => (change > 0 ? `+${change}` : String(change).replace('-', '−'));

function actionsPart(content: DigestContent, writing: Writing): TablePart | null {
  const { words, links, nameOf } = writing;
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
      return id === null ? row(words.noService, null, line) : row(nameOf(id) ?? id, links.service(id), line);
    }),
    total: row(words.total, links.indicator(18, content.on, { unitId: onlyUnit(content) }), all),
    note: words.changeNote,
  };
}

function goodPart({ good }: DigestContent, { words, nameOf }: Writing): MailPart | null {
  const sentences = [
    ...good.unitsOnTrack.slice(0, MOST_ROWS).map((unitId) => words.unitOnTrack(nameOf(unitId) ?? unitId)),
    ...good.completedInTime.map(({ serviceId, count }) => words.completedInTime(nameOf(serviceId) ?? serviceId, count)),
  ];
  return sentences.length === 0 ? null : { kind: 'list', heading: words.good, sentences };
}

/** The four figures of a week in which nothing needs the reader. */
function allIsWell(content: DigestContent, writing: Writing): MailPart {
  const { words, links } = writing;
  const { open, overdue, overdueBefore } = content.actions.all;
  const unitId = onlyUnit(content);
  return {
    kind: 'figures',
    heading: content.news.length === 0 ? null : words.meetings,
    rows: [
      metRow(content, writing),
      inTimeRow(content, writing),
      { name: words.openActions, href: links.indicator(18, content.on, { unitId }), aside: null, value: String(open) },
      {
        name: words.overdueActions,
        href: links.indicator(19, content.on, { unitId }),
        aside: words.sinceLastWeek(signed(overdue - overdueBefore)),
        value: String(overdue),
      },
    ],
    more: null,
  };
}
