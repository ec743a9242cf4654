import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that a read model or policy leaves out. The platform makes the table, since every follower reads it. */
@Entity('passed_over')
export class PassedOverRow {
  /** `<kind>:<name>:<event id>` */
  @PrimaryColumn('text') passedOverId!: string;
  @Column('text') municipality!: string;
  @Column('text') kind!: string;
  @Column('text') name!: string;
  @Column('uuid') eventId!: string;
  @Column('text') reason!: string;
  /** Of the decision, not of the event that is left out. */
  @Column('int8') position!: bigint;
}
