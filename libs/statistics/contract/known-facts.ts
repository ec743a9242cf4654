import type { CalendarDate, IsFree, Month } from '#platform/kernel';
import {
  DEFAULT_SETTINGS,
  freeDaysOf,
  holdingOn,
  workingMonth,
  type Settings,
  type UnitKind,
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
  readonly actions: readonly ActionFact[];
  readonly #municipality: MunicipalityFact | undefined;
  readonly #unitsById: ReadonlyMap<string, UnitFact>;
  readonly #meetingsById: ReadonlyMap<string, MeetingFact>;
  readonly #isFree: Readonly<Record<UnitKind, IsFree>>;
  readonly #workingMonths = new Map<string, WorkingMonth>();

  /** `today`: the day of the moment, in Norway. */
  constructor(
    readonly today: CalendarDate,
    { municipality, ...sets }: FactSets,
    private readonly isPublicHoliday: IsFree,
  ) {
    this.units = sets.units;
    this.services = sets.services;
    this.people = sets.people;
    this.meetings = sets.meetings;
    this.actions = sets.actions;
    this.#municipality = municipality;
    this.#unitsById = new Map(sets.units.map((unit) => [unit.unitId, unit]));
    this.#meetingsById = new Map(sets.meetings.map((meeting) => [meeting.meetingId, meeting]));
    const calendars = municipality?.calendars ?? [];
    this.#isFree = {
      school: freeDaysOf('school', calendars, isPublicHoliday),
      kindergarten: freeDaysOf('kindergarten', calendars, isPublicHoliday),
    };
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

  /** Free days where these units meet: at the first one, the host. Where it is not known, only holidays are free. */
  isFreeAt([host]: readonly string[]): IsFree {
    const kind = host === undefined ? undefined : this.unit(host)?.kind;
    return kind ? this.#isFree[kind] : this.isPublicHoliday;
  }

  workingMonth(kind: UnitKind, month: Month): WorkingMonth {
    const key = `${kind}/${month}`;
    const known = this.#workingMonths.get(key) ?? workingMonth(month, this.#isFree[kind]);
    this.#workingMonths.set(key, known);
    return known;
  }
}
