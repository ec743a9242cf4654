import { Column, Entity, PrimaryColumn } from 'typeorm';

/** Up to which events a person has confirmed one piece of news. */
@Entity('news_seen')
export class SeenNewsRow {
  /** `<personId>/<newsId>` */
  @PrimaryColumn('text')
  seen!: string;

  @Column('text')
  municipality!: string;

  @Column('jsonb')
  upTo!: readonly string[];
}
