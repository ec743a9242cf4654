import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { DispatchState } from './dispatch.js';

/** A mail that is or was due. Not folded from the log: it records what this program and the mail server have done. */
@Entity('mail_dispatch')
export class DispatchRow {
  @PrimaryColumn('text')
  tenant!: string;

  @PrimaryColumn('uuid')
  dispatchId!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  period!: string;

  @Column('jsonb')
  about!: Readonly<Record<string, string>>;

  @Column('timestamptz')
  dueAt!: Date;

  /** The end of its hours; null for a mail of any hour. */
  @Column('timestamptz', { nullable: true })
  openUntil!: Date | null;

  @Column('text')
  state!: DispatchState;

  /** Since when it has this state. */
  @Column('timestamptz')
  stateAt!: Date;

  @Column('int')
  composeFailures!: number;

  @Column('int')
  attempts!: number;

  @Column('int')
  unsure!: number;

  @Column('timestamptz', { nullable: true })
  retryAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  composedAt!: Date | null;

  @Column('timestamptz', { nullable: true })
  acceptedAt!: Date | null;

  /** The mail server's last answer; goes with the bytes, since servers repeat addresses. */
  @Column('int', { nullable: true })
  answerCode!: number | null;

  @Column('text', { nullable: true })
  answer!: string | null;

  @Column('text', { nullable: true })
  subject!: string | null;

  @Column('text', { nullable: true })
  envelopeFrom!: string | null;

  @Column('text', { nullable: true })
  envelopeTo!: string | null;

  /** Digest of the address, to recognise a changed one. */
  @Column('text', { nullable: true })
  toDigest!: string | null;

  @Column('bytea', { nullable: true, select: false })
  bytes!: Buffer | null;

  /** The run that works on it, until the lease expires by the database's clock. */
  @Column('uuid', { nullable: true })
  claim!: string | null;

  @Column('timestamptz', { nullable: true })
  leasedUntil!: Date | null;
}

/** A report that a mail could not be delivered, or not yet. */
@Entity('mail_report')
export class ReportRow {
  @PrimaryColumn('text')
  tenant!: string;

  /** SHA-256 of the report, so that each counts once. */
  @PrimaryColumn('text')
  messageDigest!: string;

  @Column('uuid')
  dispatchId!: string;

  @Column('uuid')
  personId!: string;

  @Column('timestamptz')
  reportedAt!: Date;

  /** True for a status 5.x.x. */
  @Column('boolean')
  permanent!: boolean;

  /** True if no further delivery is tried. */
  @Column('boolean')
  final!: boolean;

  /** Enhanced status code, `5.1.1`. */
  @Column('text')
  status!: string;

  @Column('text', { nullable: true })
  toDigest!: string | null;
}

/** Tables of this part; the composition registers them beside those of the contexts. */
export const mailEntities = [DispatchRow, ReportRow];
