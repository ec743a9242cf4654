import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Events up to which a person has confirmed a news item. */
@Entity('news_seen')
export class SeenNewsRow {
  /** `<personId>/<newsId>` */
  @PrimaryColumn('text')
  seen!: string;

  @Column('text')
  tenant!: string;

  @Column('jsonb')
  upTo!: readonly string[];
}
