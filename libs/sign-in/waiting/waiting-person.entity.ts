import { Column, Entity, PrimaryColumn } from 'typeorm';

/**
 * Details that the provider told of somebody who waits to be let in. Not part of the log: the row goes when it is
 * decided.
 */
@Entity('sign_in_waiting')
export class WaitingPersonRow {
  @PrimaryColumn('text')
  tenant!: string;

  @PrimaryColumn('uuid')
  identityId!: string;

  /** Given by the database to a new row; asking again keeps it. */
  @Column({ type: 'uuid', insert: false, update: false })
  questionId!: string;

  @Column('text', { nullable: true })
  name!: string | null;

  @Column('text', { nullable: true })
  email!: string | null;

  @Column('timestamptz')
  askedAt!: Date;
}
