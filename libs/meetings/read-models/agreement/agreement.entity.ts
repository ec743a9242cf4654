import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { AgreementContent, AgreementParty } from '../../contract/agreement.events.js';

/** A version of an agreement, with its approvals in the order given. */
export interface KeptVersion {
  readonly version: number;
  readonly proposedBy: string;
  readonly on: CalendarDate;
  readonly content: AgreementContent;
  readonly approvals: readonly {
    readonly party: AgreementParty;
    readonly approvedBy: string;
    readonly on: CalendarDate;
  }[];
}

/** The agreement of a unit's school year in every version. */
@Entity('meetings_agreement')
export class AgreementRow {
  /** `<unitId>.<year>`. */
  @PrimaryColumn('text')
  agreement!: string;

  @Column('text')
  tenant!: string;

  @Column('text')
  unitId!: string;

  @Column('int')
  schoolYear!: number;

  /** Oldest first. */
  @Column('jsonb')
  versions!: readonly KeptVersion[];

  /** Revision of the stream, for `If-Match`. */
  @Column('int')
  revision!: number;
}
