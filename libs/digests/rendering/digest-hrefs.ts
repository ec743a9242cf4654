import type { CalendarDate, Month } from '#platform/kernel';
import type { DigestContent } from '../contract/index.js';
import type { MailLinks } from './mail-links.js';

/** The addresses that the figures of a digest lead to. Null where there is no page. */
export interface DigestHrefs {
  readonly met: string;
  readonly heldLastWeek: string;
  readonly plannedThisWeek: string;
  readonly unplanned: (unitId: string) => string;
  readonly moreUnplanned: string;
  readonly inTime: string;
  readonly moreMissing: string;
  /** `null`: actions that belong to no service. */
  readonly actionsOf: (serviceId: string | null) => string | null;
  readonly allActions: string;
  readonly openActions: string;
  readonly overdueActions: string;
  readonly completedInTime: (serviceId: string) => string | null;
  readonly onTrack: string | null;
}
export type HrefsOf = (content: DigestContent, links: MailLinks) => DigestHrefs;

/** The unit that all figures are about, for the pages' filter. */
const onlyUnit = ({ reach: { unitIds } }: DigestContent): string | null => (unitIds?.length === 1 ? unitIds[0]! : null);

/** Until template 3: pages of indicators as of the day, and where there are none, pages as they are today. */
export const toPagesOfToday: HrefsOf = (content, links) => {
  const { on, meetings, protocols } = content;
  const unitId = onlyUnit(content);
  const indicator = (id: number, asOf: CalendarDate, month?: Month) =>
    links.indicator(id, asOf, { unitId, ...(month && { period: month }) });
  return {
    met: indicator(1, on, meetings.month),
    heldLastWeek: links.meetings(),
    plannedThisWeek: links.meetings(),
    unplanned: links.unit,
    moreUnplanned: links.meetings(),
    inTime: indicator(7, on, protocols.month),
    moreMissing: indicator(9, on),
    actionsOf: (serviceId) => (serviceId === null ? null : links.service(serviceId)),
    allActions: indicator(18, on),
    openActions: indicator(18, on),
    overdueActions: indicator(19, on),
    completedInTime: () => null,
    onTrack: null,
  };
};

/** From template 4 on: each figure's page of its digest, which shows what it counted (ADR 0342). */
export const toFigures: HrefsOf = ({ week }, links) => ({
  met: links.figure(week, 'units-met'),
  heldLastWeek: links.figure(week, 'meetings-held'),
  plannedThisWeek: links.figure(week, 'meetings-planned'),
  unplanned: () => links.figure(week, 'months-unplanned'),
  moreUnplanned: links.figure(week, 'months-unplanned'),
  inTime: links.figure(week, 'filed-in-time'),
  moreMissing: links.figure(week, 'protocols-missing'),
  actionsOf: (serviceId) => links.figure(week, 'actions', serviceId ?? 'none'),
  allActions: links.figure(week, 'actions'),
  openActions: links.figure(week, 'actions'),
  overdueActions: links.figure(week, 'actions'),
  completedInTime: (serviceId) => links.figure(week, 'completed-in-time', serviceId),
  onTrack: links.figure(week, 'units-on-track'),
});
