import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { AttendedMeeting } from '../../contract/attendance.js';

/** Attendance of services at a held meeting, by the latest protocol. Contains no names. */
@Entity('meetings_attended')
export class AttendedMeetingRow implements AttendedMeeting {
  @PrimaryColumn('uuid')
  meetingId!: string;

  @Column('text')
  tenant!: string;

  @Column('jsonb')
  unitIds!: readonly string[];

  @Column('date')
  heldOn!: CalendarDate;

  @Column('jsonb')
  services!: AttendedMeeting['services'];
}
