import { Column, Entity, PrimaryColumn } from 'typeorm';

/** An event that a read model or policy skips. The platform creates the table, since every follower reads it. */
@Entity('passed_over')
export class PassedOverRow {
  /** `<kind>:<name>:<event id>` */
  @PrimaryColumn('text') passedOverId!: string;
  @Column('text') tenant!: string;
  @Column('text') kind!: string;
  @Column('text') name!: string;
  @Column('uuid') eventId!: string;
  @Column('text') reason!: string;
  /** Position of the decision, not of the skipped event. */
  @Column('int8') position!: bigint;
}
