import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { DigestWeek } from '../../contract/index.js';

/** A digest that was made, as lists show it; its content is in the log. */
@Entity('digests_digest')
export class MadeDigestRow {
  /** `<personId>.2026-W48`, the id of its stream. */
  @PrimaryColumn('text')
  digestId!: string;

  @Column('text')
  tenant!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  week!: DigestWeek;

  /** The day on which it was made. */
  @Column('date')
  madeOn!: CalendarDate;

  @Column('int')
  needsCount!: number;

  @Column('boolean')
  isLate!: boolean;

  /** The days on which it was sent once more. */
  @Column('jsonb')
  resentOn!: readonly CalendarDate[];

  /** The last of them. */
  @Column('date', { nullable: true })
  lastResentOn!: CalendarDate | null;
}
