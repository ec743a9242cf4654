import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { MeetingKind } from '../../contract/meeting.events.js';
import type { Participant } from '../../contract/protocol.js';
import type { MonthMeeting } from '../../domain/board/month-state.js';

/** A meeting's header: time, place, units, state, participants. Without matters and actions. */
@Entity('meetings_meeting')
export class MeetingRow {
  @PrimaryColumn('uuid')
  meetingId!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  kind!: MeetingKind;

  /** The first unit hosts. */
  @Column('jsonb')
  unitIds!: readonly string[];

  @Column('int')
  schoolYear!: number;

  /** The day it was held or is planned for. */
  @Column('date')
  day!: CalendarDate;

  @Column('text')
  startsAt!: string;

  @Column('text', { nullable: true })
  place!: string | null;

  @Column('text')
  state!: MonthMeeting['state'];

  @Column('boolean')
  urgent!: boolean;

  /** The latest reason for calling, moving, postponing or cancelling it. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('text', { nullable: true })
  agenda!: string | null;

  @Column('jsonb')
  calledIds!: readonly string[];

  /** By the protocol; empty before it is filed. */
  @Column('jsonb')
  participants!: readonly Participant[];

  /** Everyone called or taking part, including deputies, for rights. */
  @Column('jsonb')
  participantIds!: readonly string[];

  @Column('date', { nullable: true })
  filedOn!: CalendarDate | null;

  @Column('uuid', { nullable: true })
  filedBy!: string | null;

  /** Version of the protocol; 0 before it is filed. */
  @Column('int')
  version!: number;

  /** Revision of the stream, for `If-Match`. */
  @Column('int')
  revision!: number;
}
