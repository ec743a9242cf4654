import type { ActionEvent } from '#actions/contract';
import type { MeetingEvent, Protocol, SchoolYearEvent } from '#meetings/contract';
import { isPublicHoliday } from '#platform/holidays';
import { addDays, dayOf, daysBetween, monthOf, weekdayOf, type CalendarDate, type Recorded } from '#platform/kernel';
import type { MunicipalityEvent, Settings, UnitEvent } from '#registry/contract';

// A second, deliberately plain implementation of every indicator, from the events that were recorded by a moment. It
// shares no code with the statistics: where the two differ, one of them is wrong.

type Day = string;
type Event = Recorded<ActionEvent | MeetingEvent | SchoolYearEvent | UnitEvent | MunicipalityEvent>;
/** One thing that a figure counts. */
export interface Item {
  readonly units: readonly string[];
  readonly yes: boolean;
  readonly amount?: number;
  /** Shown beside the figure and not part of it. */
  readonly outside?: string;
  /** Part of the figure, and counted once more beside it. */
  readonly also?: string;
  readonly service?: string | null;
  readonly level?: string;
  readonly category?: string;
  readonly band?: string;
  readonly person?: string;
}

interface Meeting {
  id: string;
  units: readonly string[];
  on: Day;
  isHeld: boolean;
  isLost: boolean;
  isCancelled: boolean;
  wasPostponed: boolean;
  /** For which day it was planned, since when. */
  plans: { since: Day; on: Day | null }[];
  filedOn: Day | null;
  versions: Protocol[];
}
interface Action {
  id: string;
  meetingId: string;
  units: readonly string[];
  agreedOn: Day;
  content: {
    level: string;
    category: string;
    approach: string | null;
    resources: Protocol['actions'][number]['resources'];
  };
  matterId: string | null;
  helpers: readonly string[];
  due: { since: Day; day: Day }[];
  owner: { since: Day; person: string; service: string | null }[];
  firstDue: Day;
  moves: number;
  points: { due: Day; done: Day | null }[];
  completedOn: Day | null;
  abandonedOn: Day | null;
  isTakenOut: boolean;
  judgedOn: Day | null;
  effect: string | null;
}

const happened = (event: Event): Day => dayOf(new Date(event.metadata.occurredAt));
const workingWeek = (day: Day) => weekdayOf(day as CalendarDate) <= 5;
const next = (day: Day): Day => addDays(day as CalendarDate, 1);
const month = (day: Day): Day => monthOf(day as CalendarDate);
const UNDER_TEN = ['0-2', '3-5', '6-9'];

export class Oracle {
  readonly today: Day;
  private readonly known: readonly Event[];
  private readonly meetings: readonly Meeting[];
  private readonly actions: readonly Action[];
  private readonly byStream: ReadonlyMap<string, readonly Event[]>;
  private readonly ofMunicipality: readonly Event[];
  private readonly exemptions: readonly Event[];

  constructor(events: readonly Recorded[], asOf: Date) {
    this.today = dayOf(asOf);
    this.known = events.filter(({ recordedAt }) => recordedAt <= asOf) as readonly Event[];
    this.byStream = Map.groupBy(this.known, ({ stream }) => stream);
    this.ofMunicipality = this.streams('municipality-').flat();
    this.exemptions = this.streams('schoolyear-').flat();
    this.meetings = this.streams('meeting-').map(meetingOf);
    this.actions = this.streams('action-')
      .map(actionOf)
      .filter(({ isTakenOut }) => !isTakenOut);
  }

  /** What the indicator counts in the days from `from` to `to`. */
  items(indicator: number, from: Day, to: Day): readonly Item[] {
    if (from > this.today) return [];
    const end = to < this.today ? to : this.today;
    const within = (day: Day) => from <= day && day <= to && day <= this.today;
    const held = this.meetings.filter((it) => it.isHeld && within(it.on));
    const due = held.filter((it) => this.deadline(it) < this.today);
    const filed = held.filter(({ filedOn }) => filedOn !== null);
    const agreed = this.actions.filter(({ agreedOn }) => within(agreedOn));
    const completed = this.actions.filter(({ completedOn }) => completedOn !== null && completedOn <= this.today);
    const judged = this.actions.filter(({ judgedOn }) => judgedOn !== null && within(judgedOn));
    const open = this.actions.filter(
      ({ agreedOn, completedOn, abandonedOn }) => agreedOn <= end && !((completedOn ?? abandonedOn ?? '9999') <= end),
    );
    const of = (action: Action, day: Day) => ({
      units: action.units,
      service: ownerOn(action, day).service,
      level: action.content.level,
      category: action.content.category,
    });
    switch (indicator) {
      case 1:
        return this.months(from, end)
          .filter(({ isExempt }) => !isExempt)
          .map(({ unit, isHeld }) => ({ units: [unit], yes: isHeld }));
      case 2:
        return this.obliged(from, end).map(({ unit, isHeld }) => ({ units: [unit], yes: isHeld }));
      case 3:
        return this.unitsOf(this.obliged(from, end)).map(([unit, months]) => ({
          units: [unit],
          yes: months.every(({ isHeld }) => isHeld),
        }));
      case 4:
        return this.unitsOf(this.obliged(from, end)).map(([unit, months]) => {
          const text = months.map(({ isHeld }) => (isHeld ? '+' : '-')).join('');
          const amount = Math.max(...text.split('+').map(({ length }) => length));
          return { units: [unit], yes: amount > 0, amount };
        });
      case 5:
        return this.months(from, end)
          .filter((it) => it.month < month(this.today))
          .map(({ unit, isExempt }) => ({ units: [unit], yes: isExempt }));
      case 6:
        return this.meetings
          .filter(({ on }) => within(on))
          .map(({ units, wasPostponed, isCancelled }) => ({
            units,
            yes: wasPostponed || isCancelled,
            ...(isCancelled && { also: 'cancelled' }),
          }));
      case 7:
        return due.map((it) => ({ units: it.units, yes: it.filedOn !== null && it.filedOn <= this.deadline(it) }));
      case 8:
        return held.map((it) =>
          it.filedOn === null
            ? { units: it.units, yes: false, outside: 'unfiled' }
            : { units: it.units, yes: true, amount: this.workingDays(it.on, it.filedOn, it.units) },
        );
      case 9:
        return due.filter(({ isLost }) => !isLost).map(({ units, filedOn }) => ({ units, yes: filedOn === null }));
      case 10:
        return filed.flatMap(({ units, versions }) =>
          versions.flatMap(({ actions }) =>
            actions.map(({ ownerId, dueOn, followUpOn }: Partial<Protocol['actions'][number]>) => ({
              units,
              yes: ownerId !== undefined && dueOn !== undefined && followUpOn !== undefined,
            })),
          ),
        );
      case 12:
        return filed.flatMap((it) => this.attendance(it));
      case 13:
        return this.actions.flatMap((action) =>
          action.points
            .filter(({ due: day }) => within(day) && day < this.today)
            .map(({ due: day, done }) => ({
              ...of(action, day),
              yes: done !== null && (done <= day || done === this.nextMeeting(action.units, day)),
            })),
        );
      case 14:
        return filed.map(({ units, versions }) => ({ units, yes: versions.length > 1 }));
      case 16:
        return this.plans(from, to);
      case 17:
        return held
          .filter((it) => it.filedOn !== null || this.deadline(it) < this.today)
          .map(({ units, versions }) => ({ units, yes: true, amount: versions.at(-1)?.actions.length ?? 0 }));
      case 18:
        return open.map((it) => ({ ...of(it, end), yes: true }));
      case 19:
        return open.map((it) => ({
          ...of(it, end),
          yes: dueOn(it, end) < end,
          ...(it.firstDue < end && { also: 'over-first-due-date' }),
        }));
      case 20:
        return open
          .map((it) => ({ it, amount: daysBetween(dueOn(it, end) as CalendarDate, end as CalendarDate) }))
          .filter(({ amount }) => amount > 0)
          .map(({ it, amount }) => ({
            ...of(it, end),
            yes: true,
            amount,
            ...(amount > 30 && { also: 'over-30-days' }),
          }));
      case 21:
        return judged.map((it) => ({
          ...of(it, it.judgedOn!),
          yes: true,
          amount: daysBetween(it.agreedOn as CalendarDate, it.judgedOn as CalendarDate),
        }));
      case 22:
        return completed
          .filter(({ completedOn }) => within(completedOn!))
          .map((it) => ({ ...of(it, it.completedOn!), yes: it.completedOn! <= it.firstDue }));
      case 23:
        return agreed.map((it) => ({ ...of(it, end), yes: it.moves >= 1, ...(it.moves >= 2 && { also: 'twice' }) }));
      case 24:
        return judged.map((it) => ({
          ...of(it, it.judgedOn!),
          yes: it.effect === 'worked' || it.effect === 'partly',
          ...(it.effect === 'partly' && { also: 'partly' }),
        }));
      case 25:
        return completed
          .filter(({ completedOn, judgedOn }) => {
            const days = this.settings(completedOn!).effectJudgedWithinDays;
            return (
              daysBetween(completedOn as CalendarDate, end as CalendarDate) > days && !((judgedOn ?? '9999') <= end)
            );
          })
          .map((it) => ({ ...of(it, end), yes: true }));
      case 26:
      case 27:
      case 28:
        return agreed.map((it) => ({ ...of(it, end), yes: true }));
      case 29:
        return agreed.map((it) => ({
          ...of(it, end),
          yes: it.content.approach === 'preventive',
          ...(it.content.approach === null && { outside: 'unmarked' }),
        }));
      case 30:
        return open.map((it) => ({ ...of(it, end), yes: true, person: ownerOn(it, end).person }));
      case 32:
        return agreed.map((it) => {
          const { service } = ownerOn(it, end);
          return { ...of(it, end), yes: new Set([...it.helpers, ...(service === null ? [] : [service])]).size >= 2 };
        });
      case 37:
        return filed.flatMap(({ units, versions }) =>
          versions
            .at(-1)!
            .matters.flatMap((matter) =>
              matter.kind === 'anonymous' ? [{ units, yes: true, band: matter.ageBand as string }] : [],
            ),
        );
      case 38:
        return this.resources(agreed, (it) => of(it, end));
      default:
        throw new Error(`The oracle does not know indicator ${indicator}`);
    }
  }

  /** One month of one unit at a time: those in which it was obliged, exempt or not. */
  private months(from: Day, end: Day) {
    const found: { unit: string; month: Day; isHeld: boolean; isExempt: boolean }[] = [];
    for (let day = from; day <= end; day = next(day)) {
      if (!day.endsWith('-01')) continue;
      for (const [unit, events] of this.units()) {
        if (!this.isObliged(events, month(day))) continue;
        const isHeld = this.meetings.some(
          (it) => it.isHeld && it.on <= this.today && month(it.on) === month(day) && this.countsFor(it, unit, it.on),
        );
        found.push({ unit, month: month(day), isHeld, isExempt: !isHeld && this.isExempt(unit, month(day)) });
      }
    }
    return found;
  }

  private obliged = (from: Day, end: Day) =>
    this.months(from, end).filter((it) => it.month < month(this.today) && !it.isExempt);

  private unitsOf(months: ReturnType<Oracle['months']>) {
    const units = [...new Set(months.map(({ unit }) => unit))];
    return units.map((unit) => [unit, months.filter((it) => it.unit === unit)] as const);
  }

  private readonly answered = new Map<string, boolean>();

  private isObliged(events: readonly Event[], of: Day): boolean {
    const question = `${events[0]!.stream} ${of}`;
    const answer = this.answered.get(question) ?? this.wasObliged(events, of);
    this.answered.set(question, answer);
    return answer;
  }

  private wasObliged(events: readonly Event[], of: Day): boolean {
    const { kind } = detailsOf(events);
    const inForce = this.settings(lastOf(of));
    if (!inForce.mandatoryMonths[kind as 'school'].includes(Number(of.slice(5)))) return false;
    for (let day = `${of}-01`; month(day) === of; day = next(day)) {
      if (this.isWorkingDay(day, kind) && isOpen(events, day) && isObligedOn(events, day)) return true;
    }
    return false;
  }

  private isExempt(unit: string, of: Day): boolean {
    let isExempt = false;
    for (const event of this.exemptions) {
      if (event.type === 'meetings.MonthExempted' && event.data.unitId === unit && event.data.month === of)
        isExempt = true;
      if (event.type === 'meetings.ExemptionWithdrawn' && event.data.unitId === unit && event.data.month === of)
        isExempt = false;
    }
    return isExempt;
  }

  private countsFor({ units }: Pick<Meeting, 'units'>, unit: string, day: Day): boolean {
    const set = this.stream(`unit-${unit}`).findLast(
      (event) => event.type === 'registry.JointMeetingPlaceSet' && event.data.from <= day,
    );
    const host = set?.type === 'registry.JointMeetingPlaceSet' ? set.data.hostUnitId : null;
    return units.includes(unit) || (host !== null && units.includes(host));
  }

  private attendance(meeting: Meeting): Item[] {
    const { units, on } = meeting;
    const { participants } = meeting.versions.at(-1)!;
    const listed = [...new Set(participants.map(({ serviceId }) => serviceId as string | null))];
    const present = listed.flatMap((service): Item[] => {
      if (service === null) return [];
      const how = participants.filter(({ serviceId }) => serviceId === service).map(({ attendance }) => attendance);
      const yes = how.includes('present') || how.includes('deputy');
      return [{ units, service, yes, ...(yes && !how.includes('present') && { also: 'deputy' }) }];
    });
    const missing = new Map<string, string[]>();
    for (const unit of units) {
      for (const service of this.dutiesOf(unit, on)) {
        if (!listed.includes(service)) missing.set(service, [...(missing.get(service) ?? []), unit]);
      }
    }
    return [...present, ...[...missing].map(([service, at]) => ({ units: at, service, yes: false }))];
  }

  private dutiesOf(unit: string, day: Day): readonly string[] {
    const must = new Map<string, boolean>();
    for (const event of this.stream(`unit-${unit}`)) {
      if (happened(event) > day) continue;
      if (event.type === 'registry.ServiceAssigned') must.set(event.data.serviceId, event.data.mustAttend);
      if (event.type === 'registry.ServiceUnassigned') must.set(event.data.serviceId, false);
    }
    return [...must].filter(([, is]) => is).map(([service]) => service);
  }

  private nextMeeting(units: readonly string[], day: Day): Day | undefined {
    return this.meetings
      .filter((it) => it.isHeld && it.on >= day && it.on <= this.today)
      .filter((it) => units.some((unit) => this.countsFor(it, unit, it.on)))
      .map(({ on }) => on)
      .toSorted()[0];
  }

  private plans(from: Day, to: Day): Item[] {
    const items: Item[] = [];
    for (let year = Number(from.slice(0, 4)); year <= Number(to.slice(0, 4)); year += 1) {
      const september = `${year}-09-01`;
      if (september < from || september > to || september > this.today) continue;
      const months = Array.from({ length: 12 }, (_, i) =>
        i < 5 ? `${year}-${String(i + 8).padStart(2, '0')}` : `${year + 1}-${String(i - 4).padStart(2, '0')}`,
      );
      for (const [unit, events] of this.units()) {
        const isHeldIn = (of: Day) =>
          this.meetings.some(
            (it) => it.isHeld && it.on <= this.today && month(it.on) === of && this.countsFor(it, unit, it.on),
          );
        const obliged = months.filter((of) => this.isObliged(events, of) && (isHeldIn(of) || !this.isExempt(unit, of)));
        if (obliged.length === 0) continue;
        const planned = this.meetings
          .map((it) => ({ it, day: it.plans.findLast(({ since }) => since <= september)?.on ?? null }))
          .filter(({ it, day }) => day !== null && this.countsFor(it, unit, day));
        items.push({ units: [unit], yes: obliged.every((of) => planned.some(({ day }) => month(day!) === of)) });
      }
    }
    return items;
  }

  private resources(agreed: readonly Action[], of: (action: Action) => Omit<Item, 'yes'>): Item[] {
    const inKroner = agreed.some(({ content }) => (content.resources?.nok ?? 0) > 0);
    return agreed.flatMap((action): Item[] => {
      const [nok, hours] = [action.content.resources?.nok ?? 0, action.content.resources?.hours ?? 0];
      if (nok === 0 && hours === 0) return [];
      const amount = inKroner ? nok : hours;
      const matters = this.meetings.find(({ id }) => id === action.meetingId)?.versions.at(-1)?.matters ?? [];
      const matter = matters.find(({ matterId }) => matterId === action.matterId);
      const band = matter?.kind === 'anonymous' ? matter.ageBand : undefined;
      const areKindergartens = action.units.every((unit) => this.kindOf([unit]) === 'kindergarten');
      const item = { ...of(action), ...(band && { band }) };
      if (amount === 0) return [{ ...item, yes: false, outside: 'hours-only' }];
      if (band !== undefined) return [{ ...item, amount, yes: UNDER_TEN.includes(band) }];
      return [
        areKindergartens ? { ...item, amount, yes: true } : { ...item, amount, yes: false, outside: 'unallocated' },
      ];
    });
  }

  private deadline({ on, units }: Pick<Meeting, 'on' | 'units'>): Day {
    let day = on;
    for (let left = this.settings(on).filingWorkingDays; left > 0;) {
      day = next(day);
      if (this.isWorkingDay(day, this.kindOf(units))) left -= 1;
    }
    return day;
  }

  private workingDays(from: Day, to: Day, units: readonly string[]): number {
    let count = 0;
    for (let day = next(from); day <= to; day = next(day)) if (this.isWorkingDay(day, this.kindOf(units))) count += 1;
    return count;
  }

  private kindOf([host]: readonly string[]): string | undefined {
    const events = this.stream(`unit-${host}`);
    return events.length === 0 ? undefined : detailsOf(events).kind;
  }

  private isWorkingDay(day: Day, kind: string | undefined): boolean {
    if (!workingWeek(day) || isPublicHoliday(day as CalendarDate)) return false;
    if (kind === undefined) return true;
    const year = Number(day.slice(5, 7)) >= 8 ? Number(day.slice(0, 4)) : Number(day.slice(0, 4)) - 1;
    const set = this.ofMunicipality.findLast(
      (event) =>
        event.type === 'registry.SchoolCalendarSet' && event.data.kind === kind && event.data.schoolYear === year,
    );
    if (set?.type !== 'registry.SchoolCalendarSet') return true;
    const { firstDay, lastDay, closed } = set.data;
    return firstDay <= day && day <= lastDay && !closed.some(({ from, to }) => from <= day && day <= to);
  }

  /** Before the municipality was known, those with which it was registered. */
  private settings(day: Day): Settings {
    let inForce: Settings | undefined;
    for (const event of this.ofMunicipality) {
      if (event.type === 'registry.MunicipalityRegistered') inForce = event.data.settings;
      if (event.type === 'registry.SettingsChanged' && happened(event) <= day) inForce = event.data.settings;
    }
    return inForce!;
  }

  private units = (): readonly (readonly [string, readonly Event[]])[] =>
    this.streams('unit-').map((events) => [events[0]!.stream.slice('unit-'.length), events] as const);

  private stream = (name: string): readonly Event[] => this.byStream.get(name) ?? [];

  private streams = (prefix: string): readonly (readonly Event[])[] =>
    [...this.byStream].filter(([stream]) => stream.startsWith(prefix)).map(([, events]) => events);
}

const lastOf = (of: Day): Day => {
  let day = `${of}-28`;
  while (month(next(day)) === of) day = next(day);
  return day;
};

function detailsOf(events: readonly Event[]) {
  const last = events.findLast(
    ({ type }) => type === 'registry.UnitRegistered' || type === 'registry.UnitDetailsChanged',
  );
  if (last?.type === 'registry.UnitRegistered' || last?.type === 'registry.UnitDetailsChanged') return last.data;
  throw new Error('A unit begins with its registration');
}

function isOpen(events: readonly Event[], day: Day): boolean {
  const closed: { last: Day; reopens: Day | null }[] = [];
  let registered: Day = '9999';
  for (const event of events) {
    if (event.type === 'registry.UnitRegistered') registered = event.data.from;
    if (event.type === 'registry.UnitObligationChanged' && event.data.from < registered) registered = event.data.from;
    if (event.type === 'registry.UnitClosed') closed.push({ last: event.data.on, reopens: null });
    if (event.type === 'registry.UnitClosureWithdrawn') closed.pop();
    if (event.type === 'registry.UnitReopened') {
      const last = closed.pop();
      if (last && event.data.on > next(last.last)) closed.push({ ...last, reopens: event.data.on });
    }
  }
  return registered <= day && !closed.some(({ last, reopens }) => last < day && (reopens === null || day < reopens));
}

/** The decision that was recorded last, of those that hold on the day. */
function isObligedOn(events: readonly Event[], day: Day): boolean {
  let is = false;
  for (const event of events) {
    if (event.type === 'registry.UnitRegistered' && event.data.from <= day) is = event.data.obligation.obliged;
    if (event.type === 'registry.UnitObligationChanged' && event.data.from <= day) is = event.data.obliged;
  }
  return is;
}

function meetingOf(events: readonly Event[]): Meeting {
  const meeting: Meeting = {
    id: '',
    units: [],
    on: '',
    isHeld: false,
    isLost: false,
    isCancelled: false,
    wasPostponed: false,
    plans: [],
    filedOn: null,
    versions: [],
  };
  for (const event of events) {
    switch (event.type) {
      case 'meetings.MeetingPlanned':
        meeting.id = event.data.meetingId;
        meeting.units = event.data.unitIds;
        meeting.on = event.data.on;
        meeting.plans.push({ since: happened(event), on: meeting.on });
        break;
      case 'meetings.MeetingMoved':
      case 'meetings.MeetingPostponed':
        meeting.on = event.data.to.on;
        meeting.plans.push({ since: happened(event), on: meeting.on });
        if (event.type === 'meetings.MeetingPostponed') meeting.wasPostponed = true;
        break;
      case 'meetings.MeetingCancelled':
        meeting.isCancelled = true;
        meeting.plans.push({ since: happened(event), on: null });
        break;
      case 'meetings.MeetingHeld':
        Object.assign(meeting, { isHeld: true, isLost: false, on: event.data.heldOn });
        break;
      case 'meetings.MeetingHeldRetracted':
        Object.assign(meeting, { isHeld: false, on: event.data.standsOn });
        break;
      case 'meetings.ProtocolDeclaredLost':
        meeting.isLost = true;
        break;
      case 'meetings.ProtocolFiled':
      case 'meetings.ProtocolCorrected':
        Object.assign(meeting, { isHeld: true, isLost: false, on: event.data.protocol.heldOn });
        meeting.versions.push(event.data.protocol);
        if (event.type === 'meetings.ProtocolFiled') meeting.filedOn = event.data.filedOn;
    }
  }
  return meeting;
}

function actionOf(events: readonly Event[]): Action {
  const [begin] = events;
  if (begin?.type !== 'actions.ActionAgreed') throw new Error('An action begins with the agreement');
  const { data } = begin;
  const action: Action = {
    id: data.actionId,
    meetingId: data.meetingId,
    units: data.unitIds,
    agreedOn: data.agreedOn,
    content: data,
    matterId: data.matterId,
    helpers: helpersIn(data),
    due: [{ since: data.agreedOn, day: data.dueOn }],
    owner: [{ since: data.agreedOn, person: data.ownerId, service: data.ownerServiceId }],
    firstDue: data.dueOn,
    moves: 0,
    points: [{ due: data.followUpOn, done: null }],
    completedOn: null,
    abandonedOn: null,
    isTakenOut: false,
    judgedOn: null,
    effect: null,
  };
  const { points, due } = action;
  const followedUp = (on: Day, following: Day | null) => {
    const last = points.at(-1)!;
    last.done ??= on;
    if (following !== null) points.push({ due: following, done: null });
  };
  const waiting = (day: Day) => {
    if (points.at(-1)!.done === null) points.at(-1)!.due = day;
  };
  for (const event of events.slice(1)) {
    switch (event.type) {
      case 'actions.FollowUpRecorded':
        if (event.data.nextFollowUpOn === null && event.data.outcome !== 'done') {
          const point = points.find(({ done }) => done !== null && done > event.data.on);
          if (point) point.done = event.data.on;
        } else followedUp(event.data.on, event.data.nextFollowUpOn);
        break;
      case 'actions.ActionCarriedOn':
        due.push({ since: event.data.on, day: event.data.dueOn });
        action.moves += 1;
        followedUp(event.data.on, event.data.followUpOn);
        break;
      case 'actions.ActionChanged':
        action.content = event.data.content;
        action.helpers = helpersIn(event.data.content);
        due.push({ since: event.data.on, day: event.data.content.dueOn });
        if (event.data.meetingId === null) waiting(event.data.content.followUpOn);
        else followedUp(event.data.on, event.data.content.followUpOn);
        break;
      case 'actions.ActionCorrected': {
        action.content = event.data.content;
        action.helpers = helpersIn(event.data.content);
        const wrong = due.at(-1)!.day;
        let first = due.length;
        while (first > 0 && due[first - 1]!.day === wrong) {
          first -= 1;
          due[first]!.day = event.data.content.dueOn;
        }
        if (first === 0) action.firstDue = event.data.content.dueOn;
        waiting(event.data.content.followUpOn);
        break;
      }
      case 'actions.HandoverAccepted':
        action.owner.push({ since: event.data.on, person: event.data.to, service: event.data.toServiceId });
        break;
      case 'actions.ActionCompleted':
        action.completedOn = event.data.completedOn;
        followedUp(event.data.completedOn, null);
        break;
      case 'actions.ActionAbandoned':
        action.abandonedOn = event.data.on;
        action.isTakenOut = event.data.reason === 'corrected';
        followedUp(event.data.on, null);
        break;
      case 'actions.EffectJudged':
        action.judgedOn ??= event.data.on;
        action.effect = event.data.effect;
    }
  }
  return action;
}

const helpersIn = ({ contributors }: Pick<Protocol['actions'][number], 'contributors'>): readonly string[] =>
  contributors.flatMap(({ serviceId }) => (serviceId === null ? [] : [serviceId as string]));

const ownerOn = ({ owner }: Action, day: Day) => owner.findLast(({ since }) => since <= day) ?? owner[0]!;
const dueOn = ({ due }: Action, day: Day): Day => (due.findLast(({ since }) => since <= day) ?? due[0]!).day;

export interface PlainFigure {
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
  /** Of what stands beside it: [n, of d]. */
  readonly beside: Readonly<Record<string, readonly [number, number]>>;
}

const sum = (items: readonly Item[]) => items.reduce((total, { amount = 0 }) => total + amount, 0);

/** The figure of the items, as § 3.6 says for the indicator; `all`: those of every group, where it is a distribution. */
export function plainFigure(indicator: number, items: readonly Item[], all = items): PlainFigure {
  const inside = items.filter(({ outside }) => outside === undefined);
  const yes = inside.filter((it) => it.yes);
  const beside: Record<string, readonly [number, number]> = {};
  for (const { also, outside } of items) {
    if (also) beside[also] = [items.filter((it) => it.also === also).length, inside.length];
    if (!outside) continue;
    const apart = items.filter((it) => it.outside === outside);
    beside[outside] = outside === 'unallocated' ? [sum(apart), sum(items)] : [apart.length, items.length];
  }
  const figure = (numerator: number, denominator: number, value: number | null) => ({
    numerator,
    denominator,
    value,
    beside,
  });
  const share = (n: number, d: number) => figure(n, d, d === 0 ? null : (n / d) * 100);
  switch (indicator) {
    case 4:
      return figure(
        yes.length,
        inside.length,
        inside.length === 0 ? null : Math.max(...inside.map((it) => it.amount!)),
      );
    case 8:
    case 20:
    case 21:
      return figure(yes.length, inside.length, middleOf(inside.map((it) => it.amount!)));
    case 9:
    case 18:
    case 25:
      return figure(yes.length, inside.length, yes.length);
    case 17:
      return figure(sum(inside), inside.length, inside.length === 0 ? null : sum(inside) / inside.length);
    case 26:
    case 27:
    case 28:
    case 37:
      return share(inside.length, all.length);
    case 30: {
      const people = new Set(inside.map(({ person }) => person)).size;
      return figure(inside.length, people, people === 0 ? null : inside.length / people);
    }
    case 38:
      return share(sum(yes), sum(inside));
    default:
      return share(yes.length, inside.length);
  }
}

function middleOf(amounts: readonly number[]): number | null {
  const sorted = amounts.toSorted((a, b) => a - b);
  if (sorted.length === 0) return null;
  const half = sorted.length / 2;
  return sorted.length % 2 === 1 ? sorted[Math.floor(half)]! : (sorted[half - 1]! + sorted[half]!) / 2;
}
