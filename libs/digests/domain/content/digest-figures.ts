import {
  addDays,
  monthOf,
  addMonths,
  schoolYearOf,
  type CalendarDate,
  type Month,
  type ServiceId,
} from '#platform/kernel';
import { countsFor, holdingOn } from '#registry/contract';
import {
  dividedFigure,
  filingDeadline,
  indicatorNumbered,
  obligedIn,
  periodOf,
  schoolYearPeriod,
  wasHeld,
  wholeFigure,
  type ActionFact,
  type CaseFilter,
  type Indicator,
  type KnownFacts,
  type Period,
} from '#statistics/contract';
import { mondayOf, type DigestContent, type ServiceLine } from '../../contract/index.js';

const [MET, IN_TIME, MISSING, OPEN, OVERDUE] = [1, 7, 9, 18, 19].map(indicatorNumbered) as [
  Indicator,
  Indicator,
  Indicator,
  Indicator,
  Indicator,
];
/** Indicators that a digest's figures are taken from. */
export const DIGEST_INDICATORS: readonly Indicator[] = [MET, IN_TIME, MISSING, OPEN, OVERDUE];

/** Those that it compares with the year before. */
export const LAST_YEAR_INDICATORS: readonly Indicator[] = [MET];

/** The same day a year before; of 29 February, the 28th. */
export const lastYearsDay = (day: CalendarDate): CalendarDate =>
  `${Number(day.slice(0, 4)) - 1}${day.slice(4).replace('-02-29', '-02-28')}` as CalendarDate;

/** The days whose facts a digest of this day needs: its school year so far, and the month before. */
export function periodOfDigest(day: CalendarDate): Period {
  const year = schoolYearPeriod(schoolYearOf(day));
  const before = periodOf(addMonths(monthOf(day), -1))!.from;
  return { ...year, from: before < year.from ? before : year.from };
}

/** Days that «last week» and changes are about. */
const A_WEEK = 7;
/** Units without a planned meeting are listed when fewer working days than this are left of the month. */
const FEW_DAYS_LEFT = 10;

type Figures = Pick<DigestContent, 'meetings' | 'protocols' | 'actions' | 'good'>;

/** What the figures of a digest are made of. */
export interface FigureFacts {
  readonly day: CalendarDate;
  readonly facts: KnownFacts;
  /** The same, by the same day a year before. */
  readonly lastYear: KnownFacts;
}

/** The figures of a digest: the statistics' own, of this day, for units and services in reach. */
export function digestFigures(known: FigureFacts, { unitIds, serviceIds }: DigestContent['reach']): Figures {
  const units: CaseFilter = unitIds === null ? {} : { unitIds };
  const actions: CaseFilter = { ...units, ...(serviceIds !== null && { serviceIds }) };
  const protocols = protocolsOf(known, units);
  return {
    meetings: meetingsOf(known, units),
    protocols,
    actions: actionsOf(known, actions),
    good: {
      unitsOnTrack: unitsOnTrack(known, units, new Set(protocols.missing.flatMap((it) => it.unitIds))),
      completedInTime: completedInTime(known, actions),
    },
  };
}

const within = (filter: CaseFilter, unitIds: readonly string[]): boolean =>
  filter.unitIds === undefined || unitIds.some((unitId) => filter.unitIds!.includes(unitId));

function shareOf(indicator: Indicator, facts: KnownFacts, month: Month, filter: CaseFilter) {
  const { numerator, denominator } = wholeFigure(indicator, facts, periodOf(month)!, filter).figure;
  return { count: numerator, of: denominator };
}

function meetingsOf({ day, facts, lastYear }: FigureFacts, filter: CaseFilter): Figures['meetings'] {
  const month = monthOf(day);
  const monday = mondayOf(day);
  const before = shareOf(MET, lastYear, monthOf(lastYear.today), filter);
  const during = (from: CalendarDate) =>
    facts.meetings.filter(({ on, unitIds }) => from <= on && on < addDays(from, A_WEEK) && within(filter, unitIds));
  return {
    month,
    met: shareOf(MET, facts, month, filter),
    metLastYear: before.of === 0 ? null : before,
    heldLastWeek: during(addDays(monday, -A_WEEK)).filter(wasHeld).length,
    plannedThisWeek: during(monday).filter((meeting) => meeting.state === 'planned' || wasHeld(meeting)).length,
    unplanned: unplanned(day, facts, filter),
  };
}

/** Units that are obliged to meet this month, have not, and have no meeting planned in the few working days left. */
function unplanned(day: CalendarDate, facts: KnownFacts, filter: CaseFilter): Figures['meetings']['unplanned'] {
  const month = monthOf(day);
  const planned = facts.meetings.filter(({ state, on }) => state === 'planned' && on >= day && monthOf(on) === month);
  return obligedIn(facts, month)
    .filter(({ unit, isHeld, isExempt }) => !isHeld && !isExempt && within(filter, [unit.unitId]))
    .filter(({ unit }) => !planned.some(({ unitIds, on }) => countsFor(unit, { unitIds, heldOn: on })))
    .map(({ unit }) => ({
      unitId: unit.unitId as Figures['meetings']['unplanned'][number]['unitId'],
      workingDaysLeft: facts.workingMonth(unit, month).workingDays.filter((each) => each > day).length,
    }))
    .filter(({ workingDaysLeft }) => workingDaysLeft < FEW_DAYS_LEFT)
    .toSorted((a, b) => a.workingDaysLeft - b.workingDaysLeft || (a.unitId < b.unitId ? -1 : 1));
}

function protocolsOf({ day, facts }: FigureFacts, filter: CaseFilter): Figures['protocols'] {
  const thisMonth = shareOf(IN_TIME, facts, monthOf(day), filter);
  // Early in a month no deadline of its meetings has passed.
  const month = thisMonth.of > 0 ? monthOf(day) : addMonths(monthOf(day), -1);
  const missing = wholeFigure(MISSING, facts, schoolYearPeriod(schoolYearOf(day)), filter).cases.filter(
    ({ counts }) => counts,
  );
  return {
    month,
    inTime: shareOf(IN_TIME, facts, month, filter),
    missing: missing
      .map(({ subject, unitIds, on }) => ({
        meetingId: subject.id as Figures['protocols']['missing'][number]['meetingId'],
        unitIds: [...unitIds] as Figures['protocols']['missing'][number]['unitIds'],
        workingDays: facts.workingDaysBetween(on, facts.today, unitIds),
      }))
      .toSorted((a, b) => b.workingDays - a.workingDays || (a.meetingId < b.meetingId ? -1 : 1)),
  };
}

type Numbers = Omit<ServiceLine, 'serviceId'>;
const NOTHING: Numbers = { started: 0, ended: 0, open: 0, overdue: 0, overdueBefore: 0 };
const NO_SERVICE = 'none';

function actionsOf({ day, facts }: FigureFacts, filter: CaseFilter): Figures['actions'] {
  const until = (to: CalendarDate): Period => ({ ...periodOfDigest(day), to });
  const [now, before] = [until(day), until(addDays(day, -A_WEEK))];
  const lines = new Map<string, Numbers>();
  const add = (key: string, numbers: Partial<Numbers>) =>
    lines.set(key, { ...(lines.get(key) ?? NOTHING), ...numbers });
  for (const { key, figure } of dividedFigure(OPEN, facts, now, 'service', filter))
    add(key, { open: figure.numerator });
  for (const { key, figure } of dividedFigure(OVERDUE, facts, now, 'service', filter))
    add(key, { overdue: figure.numerator });
  for (const { key, figure } of dividedFigure(OVERDUE, facts, before, 'service', filter))
    add(key, { overdueBefore: figure.numerator });
  const started = inLastWeek(facts.actions, day, filter, ({ agreedOn }) => agreedOn);
  const ended = inLastWeek(facts.actions, day, filter, (action) => action.ended?.on ?? null);
  for (const [key, those] of started) add(key, { started: those.length });
  for (const [key, those] of ended) add(key, { ended: those.length });
  const whole = (indicator: Indicator, period: Period) =>
    wholeFigure(indicator, facts, period, filter).figure.numerator;
  const count = (parts: ReadonlyMap<string, readonly ActionFact[]>) => [...parts.values()].flat().length;
  return {
    services: [...lines]
      .toSorted(([a], [b]) => Number(a === NO_SERVICE) - Number(b === NO_SERVICE) || (a < b ? -1 : 1))
      .map(([key, numbers]) => ({ serviceId: key === NO_SERVICE ? null : (key as ServiceId), ...numbers })),
    all: {
      serviceId: null,
      started: count(started),
      ended: count(ended),
      open: whole(OPEN, now),
      overdue: whole(OVERDUE, now),
      overdueBefore: whole(OVERDUE, before),
    },
  };
}

/** The actions in reach to which something happened in the seven days before, by service. */
function inLastWeek(
  actions: readonly ActionFact[],
  day: CalendarDate,
  filter: CaseFilter,
  happenedOn: (action: ActionFact) => CalendarDate | null,
): ReadonlyMap<string, readonly ActionFact[]> {
  const found = actions.flatMap((action) => {
    const on = happenedOn(action);
    if (on === null || on < addDays(day, -A_WEEK) || on >= day || !within(filter, action.unitIds)) return [];
    const serviceId = holdingOn(action.terms, on)?.ownerServiceId ?? null;
    if (filter.serviceIds && (serviceId === null || !filter.serviceIds.includes(serviceId))) return [];
    return [{ key: serviceId ?? NO_SERVICE, action }];
  });
  const byService = Map.groupBy(found, ({ key }) => key);
  return new Map([...byService].map(([key, those]) => [key, those.map(({ action }) => action)]));
}

function unitsOnTrack(
  { day, facts }: FigureFacts,
  filter: CaseFilter,
  missing: ReadonlySet<string>,
): Figures['good']['unitsOnTrack'] {
  const late = facts.meetings.filter((meeting) => {
    const filedOn = meeting.protocol?.filedOn;
    return (
      filedOn !== undefined &&
      filedOn >= addDays(day, -A_WEEK) &&
      filedOn < day &&
      filedOn > filingDeadline(facts, meeting)
    );
  });
  const unitIds = new Set(late.flatMap((meeting) => meeting.unitIds));
  return [...unitIds]
    .filter((unitId) => within(filter, [unitId]) && !missing.has(unitId))
    .toSorted() as Figures['good']['unitsOnTrack'];
}

function completedInTime({ day, facts }: FigureFacts, filter: CaseFilter): Figures['good']['completedInTime'] {
  const completedOn = ({ ended, terms }: ActionFact): CalendarDate | null => {
    if (ended?.how !== 'completed') return null;
    const dueOn = holdingOn(terms, ended.on)?.dueOn;
    return dueOn !== undefined && ended.on <= dueOn ? ended.on : null;
  };
  return [...inLastWeek(facts.actions, day, filter, completedOn)]
    .filter(([key]) => key !== NO_SERVICE)
    .map(([key, those]) => ({ serviceId: key as ServiceId, count: those.length }))
    .toSorted((a, b) => b.count - a.count || (a.serviceId < b.serviceId ? -1 : 1));
}
