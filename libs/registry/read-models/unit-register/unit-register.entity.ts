import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Closures, UnitDto } from '../../contract/index.js';

/** A school or kindergarten in its current state, with its obligation and meeting place over time. */
@Entity('registry_unit')
export class UnitRow implements UnitDto {
  /** Organisation number. */
  @PrimaryColumn('text')
  unitId!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: UnitDto['kind'];

  @Column('text')
  ownership!: UnitDto['ownership'];

  @Column('int', { nullable: true })
  children!: number | null;

  @Column('text', { nullable: true })
  area!: string | null;

  @Column('jsonb')
  obligations!: UnitDto['obligations'];

  @Column('jsonb')
  hosts!: UnitDto['hosts'];

  @Column('jsonb')
  closures!: Closures;

  @Column('jsonb')
  services!: UnitDto['services'];

  @Column('jsonb')
  standing!: UnitDto['standing'];

  /** Revision of the stream, for `If-Match`. */
  @Column('int')
  revision!: number;
}
