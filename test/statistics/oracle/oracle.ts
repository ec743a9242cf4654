import { dayOf, daysBetween, type CalendarDate, type Recorded } from '#platform/kernel';
import { actionOf, dueOn, ownerOn, type Action } from './actions.js';
import { alertsOf } from './alerts.js';
import { month, next, type Day, type Event } from './events.js';
import type { Protocol } from '#meetings/contract';
import { meetingOf, type Meeting } from './meetings.js';
import type { Item } from './plain-figure.js';
import { Registry } from './registry.js';

// A second, deliberately plain implementation of every indicator, from the events that were recorded by a moment. It
// shares no code with the statistics: where the two differ, one of them is wrong.

const UNDER_TEN = ['0-2', '3-5', '6-9'];

export class Oracle {
  readonly today: Day;
  readonly registry: Registry;
  private readonly meetings: readonly Meeting[];
  private readonly actions: readonly Action[];
  private readonly alerts: ReturnType<typeof alertsOf>;

  constructor(events: readonly Recorded[], asOf: Date) {
    this.today = dayOf(asOf);
    this.registry = new Registry(events.filter(({ recordedAt }) => recordedAt <= asOf) as readonly Event[]);
    this.alerts = alertsOf(events.filter(({ recordedAt }) => recordedAt <= asOf) as readonly Event[]);
    this.meetings = this.registry.streams('meeting-').map(meetingOf);
    this.actions = this.registry
      .streams('action-')
      .map(actionOf)
      .filter(({ isTakenOut }) => !isTakenOut);
  }

  /** The items that the indicator counts in the days from `from` to `to`. */
  items(indicator: number, from: Day, to: Day): readonly Item[] {
    if (from > this.today) return [];
    const end = to < this.today ? to : this.today;
    const within = (day: Day) => from <= day && day <= to && day <= this.today;
    const held = this.meetings.filter((it) => it.isHeld && within(it.on));
    const due = held.filter((it) => this.registry.deadline(it) < this.today);
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
      approach: action.content.approach,
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
        return due.map((it) => ({
          units: it.units,
          yes: it.filedOn !== null && it.filedOn <= this.registry.deadline(it),
        }));
      case 8:
        return held.map((it) =>
          it.filedOn === null
            ? { units: it.units, yes: false, outside: 'unfiled' }
            : { units: it.units, yes: true, amount: this.registry.workingDays(it.on, it.filedOn, it.units) },
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
          .filter((it) => it.filedOn !== null || this.registry.deadline(it) < this.today)
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
            const days = this.registry.settings(completedOn!).effectJudgedWithinDays;
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
        return open.map((it) => ({
          ...of(it, end),
          yes: true,
          person: ownerOn(it, end).person,
          ...(dueOn(it, end) < end && { also: 'over-due' }),
        }));
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
              matter.kind === 'anonymous' ? [{ units, yes: true, band: matter.ageBand }] : [],
            ),
        );
      case 38:
        return this.resources(agreed, (it) => of(it, end));
      case 52:
        return this.alerts
          .filter(({ told }) => within(told))
          .map(({ units, told, solved, reached, isMoved }) =>
            solved === null || solved > this.today
              ? { units, yes: false, outside: 'unsolved' }
              : {
                  units,
                  yes: true,
                  amount: this.registry.workingDays(told, solved, units),
                  also: [...(reached === 'reminder' ? [] : [reached]), ...(isMoved ? ['moved'] : [])],
                },
          );
      default:
        throw new Error(`The oracle does not know indicator ${indicator}`);
    }
  }

  /** One month of one unit at a time: those in which it was obliged, exempt or not. */
  private months(from: Day, end: Day) {
    const found: { unit: string; month: Day; isHeld: boolean; isExempt: boolean }[] = [];
    for (let day = from; day <= end; day = next(day)) {
      if (!day.endsWith('-01')) continue;
      for (const [unit, events] of this.registry.units()) {
        if (!this.registry.isObliged(events, month(day))) continue;
        const isHeld = this.meetings.some(
          (it) =>
            it.isHeld && it.on <= this.today && month(it.on) === month(day) && this.registry.countsFor(it, unit, it.on),
        );
        found.push({ unit, month: month(day), isHeld, isExempt: !isHeld && this.registry.isExempt(unit, month(day)) });
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
      for (const service of this.registry.dutiesOf(unit, on)) {
        if (!listed.includes(service)) missing.set(service, [...(missing.get(service) ?? []), unit]);
      }
    }
    return [...present, ...[...missing].map(([service, at]) => ({ units: at, service, yes: false }))];
  }

  private nextMeeting(units: readonly string[], day: Day): Day | undefined {
    return this.meetings
      .filter((it) => it.isHeld && it.on >= day && it.on <= this.today)
      .filter((it) => units.some((unit) => this.registry.countsFor(it, unit, it.on)))
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
      for (const [unit, events] of this.registry.units()) {
        const isHeldIn = (of: Day) =>
          this.meetings.some(
            (it) => it.isHeld && it.on <= this.today && month(it.on) === of && this.registry.countsFor(it, unit, it.on),
          );
        const obliged = months.filter(
          (of) => this.registry.isObliged(events, of) && (isHeldIn(of) || !this.registry.isExempt(unit, of)),
        );
        if (obliged.length === 0) continue;
        const planned = this.meetings
          .map((it) => ({ it, day: it.plans.findLast(({ since }) => since <= september)?.on ?? null }))
          .filter(({ it, day }) => day !== null && this.registry.countsFor(it, unit, day));
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
      const areKindergartens = action.units.every((unit) => this.registry.kindOf([unit]) === 'kindergarten');
      const item = { ...of(action), ...(band && { band }) };
      if (amount === 0) return [{ ...item, yes: false, outside: 'hours-only' }];
      if (band !== undefined) return [{ ...item, amount, yes: UNDER_TEN.includes(band) }];
      return [
        areKindergartens ? { ...item, amount, yes: true } : { ...item, amount, yes: false, outside: 'unallocated' },
      ];
    });
  }
}
