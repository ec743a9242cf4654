import { addWorkingDays, type CalendarDate, type IsFree, type Month } from '#platform/kernel';
import {
  DEFAULT_SETTINGS,
  holdingOn,
  workingDaysAtUnits,
  workingMonth,
  type Settings,
  type WorkingDaysAtUnits,
  type WorkingMonth,
} from '#registry/contract';
import type { ActionFact, MeetingFact, MunicipalityFact, PersonFact, ServiceFact, UnitFact } from './facts.js';

export interface FactSets {
  /** Undefined before the municipality was registered. */
  readonly municipality: MunicipalityFact | undefined;
  readonly units: readonly UnitFact[];
  readonly services: readonly ServiceFact[];
  readonly people: readonly PersonFact[];
  readonly meetings: readonly MeetingFact[];
  readonly actions: readonly ActionFact[];
}

/** What was known of a municipality at a moment, and the rules that depend on it. Indicators are functions over it. */
export class KnownFacts {
  readonly units: readonly UnitFact[];
  readonly services: readonly ServiceFact[];
  readonly people: readonly PersonFact[];
  readonly meetings: readonly MeetingFact[];
  /** Without those that a correction took out of their protocol. */
  readonly actions: readonly ActionFact[];
  readonly #municipality: MunicipalityFact | undefined;
  readonly #unitsById: ReadonlyMap<string, UnitFact>;
  readonly #meetingsById: ReadonlyMap<string, MeetingFact>;
  readonly #workingDays: WorkingDaysAtUnits;
  readonly #computed = new Map<string, unknown>();

  /** `today`: the day of the moment, in Norway. */
  constructor(
    readonly today: CalendarDate,
    { municipality, ...sets }: FactSets,
    isPublicHoliday: IsFree,
  ) {
    this.units = sets.units;
    this.services = sets.services;
    this.people = sets.people;
    this.meetings = sets.meetings;
    this.actions = sets.actions.filter(({ ended }) => ended?.how !== 'taken-out');
    this.#municipality = municipality;
    this.#unitsById = new Map(sets.units.map((unit) => [unit.unitId, unit]));
    this.#meetingsById = new Map(sets.meetings.map((meeting) => [meeting.meetingId, meeting]));
    const calendars = municipality?.calendars ?? [];
    this.#workingDays = workingDaysAtUnits(today, { units: sets.units, calendars, isPublicHoliday });
  }

  /** Computes what many figures need once; `key` names it. */
  once<T>(key: string, compute: () => T): T {
    if (!this.#computed.has(key)) this.#computed.set(key, compute());
    return this.#computed.get(key) as T;
  }

  /** The settings in force on the day. */
  settingsOn(day: CalendarDate): Settings {
    return holdingOn(this.#municipality?.settings ?? [], day)?.settings ?? DEFAULT_SETTINGS;
  }

  unit(unitId: string): UnitFact | undefined {
    return this.#unitsById.get(unitId);
  }

  meeting(meetingId: string): MeetingFact | undefined {
    return this.#meetingsById.get(meetingId);
  }

  /** The day so many working days later where these units meet: at the first one, the host. */
  addWorkingDays(day: CalendarDate, count: number, unitIds: readonly string[]): CalendarDate {
    const kind = this.unit(unitIds[0] ?? '')?.kind;
    return this.once(`${day} + ${count} ${kind}`, () =>
      addWorkingDays(day, count, this.#workingDays.isFreeAt(unitIds)),
    );
  }

  /** Working days after `from` until `to`, both by today, where these units meet. */
  workingDaysBetween(from: CalendarDate, to: CalendarDate, unitIds: readonly string[]): number {
    return Math.max(0, this.#workingDays.since(from, unitIds) - this.#workingDays.since(to, unitIds));
  }

  workingMonth({ unitId, kind }: Pick<UnitFact, 'unitId' | 'kind'>, month: Month): WorkingMonth {
    return this.once(`${month} ${kind}`, () => workingMonth(month, this.#workingDays.isFreeAt([unitId])));
  }
}
