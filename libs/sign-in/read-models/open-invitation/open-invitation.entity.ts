import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';

/** The last invitation of a person, until it is used or revoked. It may have expired. */
@Entity('sign_in_invitation')
export class OpenInvitationRow {
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('text')
  tenant!: string;

  @Column('timestamptz')
  endsAt!: Date;

  @Column('date')
  on!: CalendarDate;
}
