import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { WatchedMeeting } from '../../domain/alert.js';

/** A held meeting and the day its protocol was first filed. */
@Entity('alerts_meeting')
export class WatchedMeetingRow implements WatchedMeeting {
  @PrimaryColumn('uuid')
  meetingId!: string;

  @Column('text')
  tenant!: string;

  @Column('jsonb')
  unitIds!: readonly string[];

  @Column('date')
  heldOn!: CalendarDate;

  @Column('date', { nullable: true })
  filedOn!: CalendarDate | null;

  /** True when the protocol is declared lost. */
  @Column('boolean')
  isLost!: boolean;
}
