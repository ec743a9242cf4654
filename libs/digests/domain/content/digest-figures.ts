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
  type Case,
  type CaseFilter,
  type Indicator,
  type KnownFacts,
  type MeetingFact,
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

/** Facts of which the figures of a digest are made. */
export interface FigureFacts {
  readonly day: CalendarDate;
  readonly facts: KnownFacts;
  /** The same, by the same day a year before. */
  readonly lastYear: KnownFacts;
}

/** The filters of figures of meetings, and of those of actions. */
export function filtersOf({ unitIds, serviceIds }: DigestContent['reach']) {
  const units: CaseFilter = unitIds === null ? {} : { unitIds };
  const actions: CaseFilter = { ...units, ...(serviceIds !== null && { serviceIds }) };
  return { units, actions };
}

/** The figures of a digest: the statistics' own, of this day, for units and services in reach. */
export function digestFigures(known: FigureFacts, reach: DigestContent['reach']): Figures {
  const { units, actions } = filtersOf(reach);
  return {
    meetings: meetingsOf(known, units),
    protocols: protocolsOf(known, units),
    actions: actionsOf(known, actions),
    good: { unitsOnTrack: unitsOnTrack(known, units), completedInTime: completedInTime(known, actions) },
  };
}

const within = (filter: CaseFilter, unitIds: readonly string[]): boolean =>
  filter.unitIds === undefined || unitIds.some((unitId) => filter.unitIds!.includes(unitId));

function shareOf(indicator: Indicator, facts: KnownFacts, month: Month, filter: CaseFilter) {
  const { numerator, denominator } = wholeFigure(indicator, facts, periodOf(month)!, filter).figure;
  return { count: numerator, of: denominator };
}

function meetingsOf(known: FigureFacts, filter: CaseFilter): Figures['meetings'] {
  const { day, facts, lastYear } = known;
  const month = monthOf(day);
  const before = shareOf(MET, lastYear, monthOf(lastYear.today), filter);
  return {
    month,
    met: shareOf(MET, facts, month, filter),
    metLastYear: before.of === 0 ? null : before,
    heldLastWeek: heldLastWeek(known, filter).length,
    plannedThisWeek: plannedThisWeek(known, filter).length,
    unplanned: unplanned(known, filter),
  };
}

const inWeekFrom = ({ facts }: FigureFacts, from: CalendarDate, filter: CaseFilter): readonly MeetingFact[] =>
  facts.meetings.filter(({ on, unitIds }) => from <= on && on < addDays(from, A_WEEK) && within(filter, unitIds));

/** Meetings held in the week before the day's. */
export const heldLastWeek = (known: FigureFacts, filter: CaseFilter): readonly MeetingFact[] =>
  inWeekFrom(known, addDays(mondayOf(known.day), -A_WEEK), filter).filter(wasHeld);

/** Meetings of the day's week: planned, or held already. */
export const plannedThisWeek = (known: FigureFacts, filter: CaseFilter): readonly MeetingFact[] =>
  inWeekFrom(known, mondayOf(known.day), filter).filter((meeting) => meeting.state === 'planned' || wasHeld(meeting));

/** Units that are obliged to meet this month, with whether they have. */
export const monthsMetBy = (facts: KnownFacts, filter: CaseFilter): readonly Case[] =>
  wholeFigure(MET, facts, periodOf(monthOf(facts.today))!, filter).cases;

/** Units that are obliged to meet this month, have not, and have no meeting planned in the few working days left. */
export function unplanned({ day, facts }: FigureFacts, filter: CaseFilter): Figures['meetings']['unplanned'] {
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

function protocolsOf(known: FigureFacts, filter: CaseFilter): Figures['protocols'] {
  const month = monthOfProtocols(known, filter);
  return { month, inTime: shareOf(IN_TIME, known.facts, month, filter), missing: missingProtocols(known, filter) };
}

/** Early in a month no deadline of its meetings has passed: then it is the month before. */
function monthOfProtocols({ day, facts }: FigureFacts, filter: CaseFilter): Month {
  const thisMonth = shareOf(IN_TIME, facts, monthOf(day), filter);
  return thisMonth.of > 0 ? monthOf(day) : addMonths(monthOf(day), -1);
}

/** Meetings whose protocol should have been filed, with whether it was in time. */
export const filedInTime = (known: FigureFacts, filter: CaseFilter): readonly Case[] =>
  wholeFigure(IN_TIME, known.facts, periodOf(monthOfProtocols(known, filter))!, filter).cases;

/** Meetings of the school year whose protocol is missing, those for longest first. */
export function missingProtocols({ day, facts }: FigureFacts, filter: CaseFilter): Figures['protocols']['missing'] {
  return wholeFigure(MISSING, facts, schoolYearPeriod(schoolYearOf(day)), filter)
    .cases.filter(({ counts }) => counts)
    .map(({ subject, unitIds, on }) => ({
      meetingId: subject.id as Figures['protocols']['missing'][number]['meetingId'],
      unitIds: [...unitIds] as Figures['protocols']['missing'][number]['unitIds'],
      workingDays: facts.workingDaysBetween(on, facts.today, unitIds),
    }))
    .toSorted((a, b) => b.workingDays - a.workingDays || (a.meetingId < b.meetingId ? -1 : 1));
}

/** The numbers of a line of the table. */
export type Numbers = Omit<ServiceLine, 'serviceId'>;
const NOTHING: Numbers = { started: 0, ended: 0, open: 0, overdue: 0, overdueBefore: 0 };
/** Key of the actions that belong to no service. */
export const NO_SERVICE = 'none';

function actionsOf(known: FigureFacts, filter: CaseFilter): Figures['actions'] {
  const lines = new Map<string, Numbers>();
  const all = { ...NOTHING };
  for (const name of Object.keys(NOTHING) as readonly (keyof Numbers)[]) {
    for (const [key, ids] of actionIds(known, filter, name))
      lines.set(key, { ...(lines.get(key) ?? NOTHING), [name]: ids.length });
    all[name] = allActionIds(known, filter, name).length;
  }
  return {
    services: [...lines]
      .toSorted(([a], [b]) => Number(a === NO_SERVICE) - Number(b === NO_SERVICE) || (a < b ? -1 : 1))
      .map(([key, numbers]) => ({ serviceId: key === NO_SERVICE ? null : (key as ServiceId), ...numbers })),
    all: { serviceId: null, ...all },
  };
}

/** Ids of the actions that a number of the table counts, by service. */
export function actionIds(
  known: FigureFacts,
  filter: CaseFilter,
  name: keyof Numbers,
): ReadonlyMap<string, readonly string[]> {
  const { day, facts } = known;
  const happened = HAPPENED[name];
  if (happened) {
    const byService = inLastWeek(facts.actions, day, filter, happened);
    return new Map([...byService].map(([key, those]) => [key, those.map(({ actionId }) => actionId)]));
  }
  const [indicator, period] = standing(day, name);
  const parts = dividedFigure(indicator, facts, period, 'service', filter);
  return new Map(parts.map(({ key, cases }) => [key, countedIds(cases)]));
}

/** Ids of the actions of all services in reach, each once. */
export function allActionIds(known: FigureFacts, filter: CaseFilter, name: keyof Numbers): readonly string[] {
  if (HAPPENED[name]) return [...actionIds(known, filter, name).values()].flat();
  const [indicator, period] = standing(known.day, name);
  return countedIds(wholeFigure(indicator, known.facts, period, filter).cases);
}

const countedIds = (cases: readonly Case[]): readonly string[] =>
  cases.filter(({ counts }) => counts).map(({ subject }) => subject.id);

const HAPPENED: Partial<Record<keyof Numbers, (action: ActionFact) => CalendarDate | null>> = {
  started: ({ agreedOn }) => agreedOn,
  ended: ({ ended }) => ended?.on ?? null,
};

/** The indicator, and until when, of a number that counts what is so on a day. */
function standing(day: CalendarDate, name: keyof Numbers): readonly [Indicator, Period] {
  const to = name === 'overdueBefore' ? addDays(day, -A_WEEK) : day;
  return [name === 'open' ? OPEN : OVERDUE, { ...periodOfDigest(day), to }];
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

/** Units whose late protocol was filed in the seven days before, and that miss none now. */
export function unitsOnTrack(known: FigureFacts, filter: CaseFilter): Figures['good']['unitsOnTrack'] {
  const { day, facts } = known;
  const missing = new Set<string>(missingProtocols(known, filter).flatMap((it) => it.unitIds));
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

function completedInTime(known: FigureFacts, filter: CaseFilter): Figures['good']['completedInTime'] {
  return [...completedIds(known, filter)]
    .filter(([key]) => key !== NO_SERVICE)
    .map(([key, ids]) => ({ serviceId: key as ServiceId, count: ids.length }))
    .toSorted((a, b) => b.count - a.count || (a.serviceId < b.serviceId ? -1 : 1));
}

/** Ids of the actions that were completed by their due date in the seven days before, by service. */
export function completedIds({ day, facts }: FigureFacts, filter: CaseFilter): ReadonlyMap<string, readonly string[]> {
  const completedOn = ({ ended, terms }: ActionFact): CalendarDate | null => {
    if (ended?.how !== 'completed') return null;
    const dueOn = holdingOn(terms, ended.on)?.dueOn;
    return dueOn !== undefined && ended.on <= dueOn ? ended.on : null;
  };
  const byService = inLastWeek(facts.actions, day, filter, completedOn);
  return new Map([...byService].map(([key, those]) => [key, those.map(({ actionId }) => actionId)]));
}
