import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { Role } from '#platform/identity';
import type { RoleAtTime } from '../../domain/concern.js';

/** A role that makes meetings concern its holder, with the position at which it became known. */
@Entity('news_role')
export class HeldRoleRow implements RoleAtTime {
  /** `<personId>/<roleId>` */
  @PrimaryColumn('text')
  held!: string;

  @Column('text')
  tenant!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  role!: Role;

  @Column('text', { nullable: true })
  unitId!: string | null;

  @Column('uuid', { nullable: true })
  serviceUnitId!: string | null;

  @Column('date')
  from!: CalendarDate;

  @Column('date', { nullable: true })
  to!: CalendarDate | null;

  @Column('text')
  since!: string;
}
