import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ServiceDuty } from '../../contract/attendance.js';

/** Periods in which a service must attend a unit's meetings; a past meeting is judged by the duty of that time. */
@Entity('meetings_service_duty')
export class ServiceDutyRow implements ServiceDuty {
  /** `<unitId>/<serviceId>`. */
  @PrimaryColumn('text')
  duty!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  unitId!: string;

  @Column('uuid')
  serviceId!: string;

  /** Oldest first. */
  @Column('jsonb')
  timeline!: ServiceDuty['timeline'];
}
