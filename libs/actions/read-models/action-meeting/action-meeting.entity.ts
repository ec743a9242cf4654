import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Participants of a meeting with actions, by the current version of its protocol: they may read the actions agreed
 * there.
 */
@Entity('actions_meeting')
export class ActionMeetingRow {
  @PrimaryColumn('uuid')
  meetingId!: string;

  @Column('text')
  tenant!: string;

  /** Persons and their deputies. */
  @Column('jsonb')
  participantIds!: readonly string[];
}
