import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { MeetingKind } from '#meetings/contract';
import type { MeetingHistory, MeetingMoment } from '../../domain/changed-meeting-news.js';

/** History of a meeting until its protocol is filed; then nobody needs news of it, and the row is deleted. */
@Entity('news_meeting')
export class MeetingHistoryRow implements MeetingHistory {
  @PrimaryColumn('uuid')
  meetingId!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  kind!: MeetingKind;

  @Column('jsonb')
  unitIds!: readonly string[];

  @Column('boolean')
  urgent!: boolean;

  @Column('jsonb')
  moments!: readonly MeetingMoment[];

  /** True when there is news; most meetings never have any. */
  @Column('boolean')
  tells!: boolean;

  /** The latest of its days so far: afterwards it is news to nobody. */
  @Column('date')
  lastDay!: CalendarDate;
}
