import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { MeetingKind } from '#meetings/contract';
import type { InvitationAnswer } from '../../contract/index.js';
import type { Appointment } from '../../files/appointment.js';

export interface Invited {
  /** How many times the person was called anew. */
  readonly calls: number;
  /** The appointment's sequence when they were called last. */
  readonly since: number;
  /** False for a person who was left out of a later notice. */
  readonly isCalled: boolean;
  /** When they were called, or left out, last (ISO instant). */
  readonly at: string;
}

/** A meeting as calendars need it, with those who are called to it and what they answered. */
@Entity('calendar_appointment')
export class AppointmentRow implements Appointment {
  @PrimaryColumn('uuid')
  meetingId!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  kind!: MeetingKind;

  @Column('jsonb')
  unitIds!: readonly string[];

  @Column('date')
  on!: CalendarDate;

  @Column('text')
  startsAt!: string;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('int')
  sequence!: number;

  @Column('boolean')
  isCancelled!: boolean;

  /** Whether it was reported as held: then nothing more is sent about it. */
  @Column('boolean')
  isHeld!: boolean;

  @Column('text')
  changedAt!: string;

  /** The people of the latest notice. */
  @Column('jsonb')
  calledIds!: readonly string[];

  /** Everyone who was ever called, by person. */
  @Column('jsonb')
  invited!: Readonly<Record<string, Invited>>;

  @Column('jsonb')
  answers!: Readonly<Record<string, { readonly answer: InvitationAnswer; readonly sequence: number }>>;
}
