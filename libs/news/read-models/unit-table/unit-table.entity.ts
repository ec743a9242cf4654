import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { UnitTable } from '../../domain/concern.js';

/** Standing participants and services of a unit, by position in the log. */
@Entity('news_unit_table')
export class UnitTableRow implements UnitTable {
  @PrimaryColumn('text')
  unitId!: string;

  @Column('text')
  tenant!: string;

  @Column('jsonb')
  standing!: UnitTable['standing'];

  @Column('jsonb')
  served!: UnitTable['served'];
}
