import { isPublicHoliday } from '#platform/holidays';
import { weekdayOf, type CalendarDate } from '#platform/kernel';
import type { Settings } from '#registry/contract';
import { happened, month, next, type Day, type Event } from './events.js';

/** Units, settings and calendars, by the events that were recorded by a moment. */
export class Registry {
  private readonly byStream: ReadonlyMap<string, readonly Event[]>;
  private readonly ofMunicipality: readonly Event[];
  private readonly exemptions: readonly Event[];

  constructor(known: readonly Event[]) {
    this.byStream = Map.groupBy(known, ({ stream }) => stream);
    this.ofMunicipality = this.streams('municipality-').flat();
    this.exemptions = this.streams('schoolyear-').flat();
  }

  private readonly answered = new Map<string, boolean>();

  isObliged(events: readonly Event[], of: Day): boolean {
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

  isExempt(unit: string, of: Day): boolean {
    let isExempt = false;
    for (const event of this.exemptions) {
      if (event.type === 'meetings.MonthExempted' && event.data.unitId === unit && event.data.month === of)
        isExempt = true;
      if (event.type === 'meetings.ExemptionWithdrawn' && event.data.unitId === unit && event.data.month === of)
        isExempt = false;
    }
    return isExempt;
  }

  countsFor({ units }: { readonly units: readonly string[] }, unit: string, day: Day): boolean {
    const set = this.stream(`unit-${unit}`).findLast(
      (event) => event.type === 'registry.JointMeetingPlaceSet' && event.data.from <= day,
    );
    const host = set?.type === 'registry.JointMeetingPlaceSet' ? set.data.hostUnitId : null;
    if (units.includes(unit)) return true;
    return host !== null && units.includes(host) && !isClosed(this.stream(`unit-${host}`), day);
  }

  dutiesOf(unit: string, day: Day): readonly string[] {
    const must = new Map<string, boolean>();
    for (const event of this.stream(`unit-${unit}`)) {
      if (happened(event) > day) continue;
      if (event.type === 'registry.ServiceAssigned') must.set(event.data.serviceId, event.data.mustAttend);
      if (event.type === 'registry.ServiceUnassigned') must.set(event.data.serviceId, false);
    }
    return [...must].filter(([, is]) => is).map(([service]) => service);
  }

  deadline({ on, units }: { readonly on: Day; readonly units: readonly string[] }): Day {
    let day = on;
    for (let left = this.settings(on).filingWorkingDays; left > 0;) {
      day = next(day);
      if (this.isWorkingDay(day, this.kindOf(units))) left -= 1;
    }
    return day;
  }

  workingDays(from: Day, to: Day, units: readonly string[]): number {
    let count = 0;
    for (let day = next(from); day <= to; day = next(day)) if (this.isWorkingDay(day, this.kindOf(units))) count += 1;
    return count;
  }

  kindOf([host]: readonly string[]): string | undefined {
    const events = this.stream(`unit-${host}`);
    return events.length === 0 ? undefined : detailsOf(events).kind;
  }

  /** Kinds and areas of the units, each once; null for an area that is not known. */
  kindsOf = (units: readonly string[]) => [...new Set(units.map((unit) => this.kindOf([unit])))];
  areasOf = (units: readonly string[]) => [
    ...new Set(units.map((unit) => detailsOf(this.stream(`unit-${unit}`)).area)),
  ];

  private isWorkingDay(day: Day, kind: string | undefined): boolean {
    if (weekdayOf(day as CalendarDate) > 5 || isPublicHoliday(day as CalendarDate)) return false;
    if (kind === undefined) return true;
    if (kind === 'school' && day >= '2027-07-01' && day.slice(5, 7) === '07') return false;
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
  settings(day: Day): Settings {
    let inForce: Settings | undefined;
    for (const event of this.ofMunicipality) {
      if (event.type === 'registry.MunicipalityRegistered') inForce = event.data.settings;
      if (event.type === 'registry.SettingsChanged' && happened(event) <= day) inForce = event.data.settings;
    }
    return inForce!;
  }

  units = (): readonly (readonly [string, readonly Event[]])[] =>
    this.streams('unit-').map((events) => [events[0]!.stream.slice('unit-'.length), events] as const);

  private stream = (name: string): readonly Event[] => this.byStream.get(name) ?? [];

  streams = (prefix: string): readonly (readonly Event[])[] =>
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
  let registered: Day = '9999';
  for (const event of events) {
    if (event.type === 'registry.UnitRegistered') registered = event.data.from;
    if (event.type === 'registry.UnitObligationChanged' && event.data.from < registered) registered = event.data.from;
  }
  return registered <= day && !isClosed(events, day);
}

function isClosed(events: readonly Event[], day: Day): boolean {
  const closed: { last: Day; reopens: Day | null }[] = [];
  for (const event of events) {
    if (event.type === 'registry.UnitClosed') closed.push({ last: event.data.on, reopens: null });
    if (event.type === 'registry.UnitClosureWithdrawn') closed.pop();
    if (event.type === 'registry.UnitReopened') {
      const last = closed.pop();
      if (last && event.data.on > next(last.last)) closed.push({ ...last, reopens: event.data.on });
    }
  }
  return closed.some(({ last, reopens }) => last < day && (reopens === null || day < reopens));
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
