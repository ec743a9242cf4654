import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { Publication } from '../../contract/index.js';

/** One version of a period's published figures. */
@Entity('statistics_publication')
export class PublicationRow {
  /** `<period>/<version>` */
  @PrimaryColumn('text')
  publicationId!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  period!: string;

  @Column('int')
  version!: number;

  @Column('jsonb')
  publication!: Publication;

  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('date')
  publishedOn!: CalendarDate;

  @Column('text')
  sha256!: string;

  /** The event, which `verify` names. */
  @Column('uuid')
  eventId!: string;
}
