import type { FiguresPart, MailPart, TablePart, TableRow } from '#platform/mail';
import type { DigestContent, MailLanguage, ServiceLine } from '../contract/index.js';
import { monthName } from './dates.js';
import type { Writing } from './digest-writing.js';
import { unitsIn } from './lines.js';

/** Parts of a digest with its figures: four of them in a week in which nothing needs the reader. Null for an empty part. */
export const figureParts = (content: DigestContent, writing: Writing): readonly (MailPart | null)[] =>
  content.needsCount === 0
    ? [allIsWell(content, writing), earlyPart(content, writing)]
    : [
        meetingsPart(content, writing),
        protocolsPart(content, writing),
        actionsPart(content, writing),
        earlyPart(content, writing),
        goodPart(content, writing),
      ];

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
function earlyPart({ early }: DigestContent, { words, links }: Writing): MailPart | null {
  if (!early) return null;
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
