import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Closures, ServiceUnitDto } from '../../contract/index.js';

/** A unit (virksomhet) that leads services, such as BFE (R7). */
@Entity('registry_service_unit')
export class ServiceUnitRow implements ServiceUnitDto {
  @PrimaryColumn('uuid')
  serviceUnitId!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  name!: string;

  @Column('jsonb')
  closures!: Closures;

  /** Revision of the stream, for `If-Match`. */
  @Column('int')
  revision!: number;
}
