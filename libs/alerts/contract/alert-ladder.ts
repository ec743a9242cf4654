import type { CalendarDate, Month } from '#platform/kernel';
import type { LadderKind, PersonDto } from '#registry/contract';

/** An open cause about which steps were told. Ids only. */
export interface ToldCause {
  /** Id of the alert's stream, for links and commands. */
  readonly alertKey: string;
  readonly alertId: string;
  readonly kind: LadderKind;
  readonly subjectId: string;
  readonly unitIds: readonly string[];
  readonly serviceIds: readonly string[];
  readonly month: Month | null;
  readonly countedFrom: CalendarDate;
  /** Working days from `countedFrom` until the day that was asked for; below 0 before it. */
  readonly age: number;
  /** The single responsible person, such as an action's owner; null otherwise. */
  readonly ownerId: string | null;
}

/** A step that told a person. */
export interface ToldStep extends ToldCause {
  /** Working days from `countedFrom`; below 0 before it. */
  readonly step: number;
  /** The day on which it was told. */
  readonly on: CalendarDate;
}

/** Days on which steps were told: without the first, and with the last. */
export interface DaysOfTelling {
  readonly after: CalendarDate;
  readonly until: CalendarDate;
}

/** The result of a round. */
export interface RoundOfSteps {
  readonly sent: number;
  readonly heldBack: number;
}

/** Everybody in the municipality, from a caller who has read them: reading ten thousand takes a tenth of a second. */
export type Everybody = readonly PersonDto[];

/** The steps of the ladder as events: decided once a day, read when mail is composed. */
export abstract class AlertLadder {
  /**
   * Decides on a day's steps, appends them, and waits until they can be read. Idempotent: a repeat on the same day adds
   * what is new. `previousRound` is the day of the last round, null for none: after more than a working day without
   * one, old steps are held back.
   * @throws RoundNotRead when the read models do not follow; a repeat continues
   */
  abstract carryOut(
    tenant: string,
    day: CalendarDate,
    previousRound: CalendarDate | null,
    people?: Everybody,
  ): Promise<RoundOfSteps>;
  /**
   * The steps that each person was told on some days and that still hold today: solved causes are left out, and those
   * that the person may not read today. Of each alert, the last step that told the person.
   */
  abstract toldWithin(
    tenant: string,
    days: DaysOfTelling,
    today: CalendarDate,
    people?: Everybody,
  ): Promise<ReadonlyMap<string, readonly ToldStep[]>>;
  /** Everything that each person was told last and may still read, unless it is solved or put aside. */
  abstract heldOn(
    tenant: string,
    day: CalendarDate,
    people?: Everybody,
  ): Promise<ReadonlyMap<string, readonly ToldStep[]>>;
  /** Those of the alerts with these keys that are still open on a day, by key. */
  abstract openOnes(
    tenant: string,
    day: CalendarDate,
    alertKeys: readonly string[],
  ): Promise<ReadonlyMap<string, ToldCause>>;
}
