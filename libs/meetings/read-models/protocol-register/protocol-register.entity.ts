import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';

/** A filed protocol by its latest version: headings and counts, not the whole. */
@Entity('meetings_protocol')
export class ProtocolRow {
  @PrimaryColumn('uuid')
  meetingId!: string;

  @Column('text')
  municipality!: string;

  @Column('jsonb')
  unitIds!: readonly string[];

  @Column('date')
  heldOn!: CalendarDate;

  /** First filing. */
  @Column('date')
  filedOn!: CalendarDate;

  @Column('uuid')
  filedBy!: string;

  @Column('int')
  version!: number;

  @Column('date', { nullable: true })
  correctedOn!: CalendarDate | null;

  /** Headings of system matters; an anonymous one shows its topic. */
  @Column('jsonb')
  headings!: readonly { readonly topic: string; readonly heading: string | null }[];

  @Column('int')
  matters!: number;

  /** New actions. */
  @Column('int')
  actions!: number;

  /** Earlier actions that were talked about. */
  @Column('int')
  earlierActions!: number;
}
