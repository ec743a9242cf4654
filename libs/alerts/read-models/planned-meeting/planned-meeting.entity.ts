import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { PlannedMeeting } from '../../domain/alert.js';

/**
 * A planned meeting; its row is deleted when it is held or cancelled, so the table stays as small as the rest of the
 * year.
 */
@Entity('alerts_planned_meeting')
export class PlannedMeetingRow implements PlannedMeeting {
  @PrimaryColumn('uuid')
  meetingId!: string;

  @Column('text')
  tenant!: string;

  @Column('jsonb')
  unitIds!: readonly string[];

  @Column('date')
  plannedOn!: CalendarDate;
}
