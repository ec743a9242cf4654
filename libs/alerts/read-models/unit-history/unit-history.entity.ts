import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate, Month } from '#platform/kernel';
import type { AlertKind } from '../../contract/index.js';

/** Kinds of entries about the unit's own work. */
export const DONE_BY_UNIT = ['meeting-held', 'protocol-filed'] as const;
/** Kinds of entries about the coordinator's follow-up. */
export const DONE_ABOUT_UNIT = ['reminded', 'called', 'exempted', 'exemption-withdrawn', 'protocol-lost'] as const;
/** Kinds of entries in which someone contacted the unit. */
export const CONTACTS = ['reminded', 'called'] as const;
export type UnitHappening = (typeof DONE_BY_UNIT)[number] | (typeof DONE_ABOUT_UNIT)[number];

/** One entry in the history of a unit, as far as follow-up needs it, with the time and the person who reported it. */
@Entity('alerts_unit_history')
export class UnitHistoryRow {
  /** Id of the event; for things that happen once to a meeting, `held:` or `filed:` and the meeting. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  tenant!: string;

  /** The first unit, when the meeting has several. */
  @Column('text')
  unitId!: string;

  @Column('text')
  kind!: UnitHappening;

  /** Position in the log, for the order of entries with the same time. */
  @Column('int8')
  position!: bigint;

  @Column('date')
  saidOn!: CalendarDate;

  @Column('timestamptz')
  saidAt!: Date;

  /** Null for the system itself. */
  @Column('uuid', { nullable: true })
  byId!: string | null;

  @Column('uuid', { nullable: true })
  meetingId!: string | null;

  @Column('text', { nullable: true })
  month!: Month | null;

  @Column('text', { nullable: true })
  alertKind!: AlertKind | null;

  /** The person who answered the telephone. */
  @Column('uuid', { nullable: true })
  withId!: string | null;

  /** Note of a call or a reminder, or reason of an exemption. */
  @Column('text', { nullable: true })
  note!: string | null;
}
