import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate, Month } from '#platform/kernel';
import type { AlertKind } from '../../contract/index.js';

/** What the unit did. */
export const DONE_BY_UNIT = ['meeting-held', 'protocol-filed'] as const;
/** What the coordinator did about it. */
export const DONE_ABOUT_UNIT = ['reminded', 'called', 'exempted', 'exemption-withdrawn', 'protocol-lost'] as const;
/** Where someone spoke to the unit. */
export const CONTACTS = ['reminded', 'called'] as const;
export type UnitHappening = (typeof DONE_BY_UNIT)[number] | (typeof DONE_ABOUT_UNIT)[number];

/** One thing that happened with a unit, as far as following up cares: when it was said, and by whom. */
@Entity('alerts_unit_history')
export class UnitHistoryRow {
  /** The event; `held:` or `filed:` and the meeting, which happen once to it. */
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  municipality!: string;

  /** The first unit, where it is several units' meeting. */
  @Column('text')
  unitId!: string;

  @Column('text')
  kind!: UnitHappening;

  /** Its place in the log, for the order: several things may be said at one instant. */
  @Column('int8')
  position!: bigint;

  @Column('date')
  saidOn!: CalendarDate;

  @Column('timestamptz')
  saidAt!: Date;

  /** Null: the system itself. */
  @Column('uuid', { nullable: true })
  byId!: string | null;

  @Column('uuid', { nullable: true })
  meetingId!: string | null;

  @Column('text', { nullable: true })
  month!: Month | null;

  @Column('text', { nullable: true })
  alertKind!: AlertKind | null;

  /** Who answered the telephone. */
  @Column('uuid', { nullable: true })
  withId!: string | null;

  /** The note of a call or a reminder, the reason of an exemption. */
  @Column('text', { nullable: true })
  note!: string | null;
}
