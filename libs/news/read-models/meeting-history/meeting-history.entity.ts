import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { MeetingKind } from '#meetings/contract';
import type { MeetingHistory, MeetingMoment } from '../../domain/changed-meeting.js';

/** What has happened with a meeting whose protocol is not filed; after that nobody needs news of it, and the row goes. */
@Entity('news_meeting')
export class MeetingHistoryRow implements MeetingHistory {
  @PrimaryColumn('uuid')
  meetingId!: string;

  @Column('text')
  municipality!: string;

  @Column('text')
  kind!: MeetingKind;

  @Column('jsonb')
  unitIds!: readonly string[];

  @Column('boolean')
  urgent!: boolean;

  @Column('jsonb')
  moments!: readonly MeetingMoment[];

  /** There is something to tell; of most meetings there never is. */
  @Column('boolean')
  tells!: boolean;

  /** The last of the days it has stood on: afterwards it is news to nobody. */
  @Column('date')
  lastDay!: CalendarDate;
}
