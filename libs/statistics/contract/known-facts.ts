import { addWorkingDays, type CalendarDate, type IsFree, type Month } from '#platform/kernel';
import {
  DEFAULT_SETTINGS,
  holdingOn,
  withOpenHosts,
  workingDaysAtUnits,
  workingMonth,
  type Settings,
  type WorkingDaysAtUnits,
  type WorkingMonth,
} from '#registry/contract';
import type {
  ActionFact,
  AlertFact,
  FactSet,
  MeetingFact,
  MunicipalityFact,
  PersonFact,
  ServiceFact,
  UnitFact,
} from './facts.js';

/** Facts about a municipality at a moment, by their kind. Sets that no asked indicator names are not read. */
export interface FactSets {
  /** Undefined before the municipality was registered. */
  readonly municipality: MunicipalityFact | undefined;
  readonly units: readonly UnitFact[];
  /** Undefined: not read, as for the following sets. */
  readonly services: readonly ServiceFact[] | undefined;
  readonly people: readonly PersonFact[] | undefined;
  readonly meetings: readonly MeetingFact[] | undefined;
  readonly actions: readonly ActionFact[] | undefined;
  readonly alerts: readonly AlertFact[] | undefined;
}

/**
 * The facts about a municipality that were known at a moment, and the rules that depend on them. Indicators are
 * functions over them.
 */
export class KnownFacts {
  /** With their effective joint meeting places. */
  readonly units: readonly UnitFact[];
  readonly #municipality: MunicipalityFact | undefined;
  readonly #unitsById: ReadonlyMap<string, UnitFact>;
  readonly #services: readonly ServiceFact[] | undefined;
  readonly #people: readonly PersonFact[] | undefined;
  readonly #meetings: readonly MeetingFact[] | undefined;
  readonly #actions: readonly ActionFact[] | undefined;
  readonly #alerts: readonly AlertFact[] | undefined;
  readonly #workingDays: WorkingDaysAtUnits;
  readonly #computed = new Map<string, unknown>();

  /** `today`: the day of the moment, in Norway. */
  constructor(
    readonly today: CalendarDate,
    { municipality, ...sets }: FactSets,
    isPublicHoliday: IsFree,
  ) {
    this.units = withOpenHosts(sets.units);
    this.#services = sets.services;
    this.#people = sets.people;
    this.#meetings = sets.meetings;
    this.#actions = sets.actions?.filter(({ ended }) => ended?.how !== 'taken-out');
    this.#alerts = sets.alerts;
    this.#municipality = municipality;
    this.#unitsById = new Map(this.units.map((unit) => [unit.unitId, unit]));
    const calendars = municipality?.calendars ?? [];
    this.#workingDays = workingDaysAtUnits(today, { units: sets.units, calendars, isPublicHoliday });
  }

  /** @throws when they were not read */
  get services(): readonly ServiceFact[] {
    return this.#services ?? notRead('services');
  }

  /** @throws when they were not read */
  get people(): readonly PersonFact[] {
    return this.#people ?? notRead('people');
  }

  /** @throws when they were not read */
  get meetings(): readonly MeetingFact[] {
    return this.#meetings ?? notRead('meetings');
  }

  /** Without those that a correction took out of their protocol. @throws when they were not read */
  get actions(): readonly ActionFact[] {
    return this.#actions ?? notRead('actions');
  }

  /** @throws when they were not read */
  get alerts(): readonly AlertFact[] {
    return this.#alerts ?? notRead('alerts');
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
    const byId = this.once(
      'meetings by id',
      () => new Map(this.meetings.map((meeting) => [meeting.meetingId, meeting])),
    );
    return byId.get(meetingId);
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

  /** The working days of a month where this unit meets. */
  workingMonth({ unitId, kind }: Pick<UnitFact, 'unitId' | 'kind'>, month: Month): WorkingMonth {
    return this.once(`${month} ${kind}`, () => workingMonth(month, this.#workingDays.isFreeAt([unitId])));
  }
}

function notRead(set: FactSet | 'services' | 'people'): never {
  throw new Error(`The ${set} were not read: an indicator that uses them must name them`);
}
