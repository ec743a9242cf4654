import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ReminderCause } from '#alerts/contract';

/** Something that a person asked of others, who get a mail about it at once. */
@Entity('digests_at_once')
export class SentAtOnceRow {
  @PrimaryColumn('uuid')
  eventId!: string;

  @Column('text')
  tenant!: string;

  /** `reminded`: the coordinator reminded a unit. `asked`: a service unit leader asked an action's owner. */
  @Column('text')
  kind!: 'reminded' | 'asked';

  @Column('timestamptz')
  at!: Date;

  @Column('jsonb')
  toIds!: readonly string[];

  /** The person who asked. */
  @Column('text')
  byId!: string;

  /** Id of the unit, or of the alert's stream. */
  @Column('text')
  subjectId!: string;

  /** The causes that a unit was reminded of; null otherwise. */
  @Column('jsonb', { nullable: true })
  about!: ReminderCause | null;
}
