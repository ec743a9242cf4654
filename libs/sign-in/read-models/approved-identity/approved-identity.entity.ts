import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';

/** An identity that signs in as a person. */
@Entity('sign_in_approved')
export class ApprovedIdentityRow {
  @PrimaryColumn('uuid')
  identityId!: string;

  @Column('text')
  tenant!: string;

  @Column('uuid')
  personId!: string;

  @Column('date')
  on!: CalendarDate;
}
