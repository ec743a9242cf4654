import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Closures, ServiceDto, ServiceKind } from '../../contract/index.js';

/** A support service (R8). */
@Entity('registry_service')
export class ServiceRow implements ServiceDto {
  @PrimaryColumn('uuid')
  serviceId!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  name!: string;

  @Column('text')
  kind!: ServiceKind;

  @Column('uuid', { nullable: true })
  serviceUnitId!: string | null;

  /** Meetings per week that it can attend; null when not set. */
  @Column('int', { nullable: true })
  meetingsPerWeek!: number | null;

  @Column('jsonb')
  closures!: Closures;

  /** Revision of the stream, for `If-Match`. */
  @Column('int')
  revision!: number;
}
