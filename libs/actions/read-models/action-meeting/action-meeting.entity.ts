import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Who took part in a meeting that actions come from, as its protocol says today: they may read what was agreed there. */
@Entity('actions_meeting')
export class ActionMeetingRow {
  @PrimaryColumn('uuid')
  meetingId!: string;

  @Column('text')
  municipality!: string;

  /** Persons and their deputies. */
  @Column('jsonb')
  participantIds!: readonly string[];
}
