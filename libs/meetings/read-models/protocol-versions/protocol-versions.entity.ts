import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { Protocol } from '../../contract/protocol.js';

/** One complete version of a filed protocol; a correction adds one and deletes none. */
@Entity('meetings_protocol_version')
export class ProtocolVersionRow {
  /** `<meetingId>/<version>`. */
  @PrimaryColumn('text')
  protocolVersion!: string;

  @Column('uuid')
  meetingId!: string;

  @Column('int')
  version!: number;

  @Column('text')
  tenant!: string;

  /** Reason for replacing the previous version; null for the first. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('date')
  filedOn!: CalendarDate;

  @Column('uuid')
  filedBy!: string;

  @Column('jsonb')
  protocol!: Protocol;
}
