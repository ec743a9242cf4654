import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';

/** A filed protocol by its latest version: headings and counts only. */
@Entity('meetings_protocol')
export class ProtocolRow {
  @PrimaryColumn('uuid')
  meetingId!: string;

  @Column('text')
  tenant!: string;

  @Column('jsonb')
  unitIds!: readonly string[];

  @Column('date')
  heldOn!: CalendarDate;

  /** Day of the first filing. */
  @Column('date')
  filedOn!: CalendarDate;

  @Column('uuid')
  filedBy!: string;

  @Column('int')
  version!: number;

  @Column('date', { nullable: true })
  correctedOn!: CalendarDate | null;

  /** Headings of system matters; the topic of anonymous ones. */
  @Column('jsonb')
  headings!: readonly { readonly topic: string; readonly heading: string | null }[];

  @Column('int')
  matters!: number;

  /** Number of new actions. */
  @Column('int')
  actions!: number;

  /** Number of earlier actions discussed. */
  @Column('int')
  earlierActions!: number;
}
