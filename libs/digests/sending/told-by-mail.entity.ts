import { Column, Entity, PrimaryColumn } from 'typeorm';

/** News of the meeting plan, or a decision that waits, that a mail has told a person, once. */
@Entity('digests_told_news')
export class ToldByMailRow {
  @PrimaryColumn('text')
  tenant!: string;

  @PrimaryColumn('uuid')
  personId!: string;

  @PrimaryColumn('text')
  newsId!: string;

  @PrimaryColumn('uuid')
  upTo!: string;

  /** The mail that tells it. */
  @Column('uuid')
  dispatchId!: string;

  @Column('timestamptz')
  toldAt!: Date;
}
