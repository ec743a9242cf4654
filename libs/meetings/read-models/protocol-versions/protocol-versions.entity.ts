import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { CalendarDate } from '#platform/kernel';
import type { Protocol } from '../../contract/protocol.js';

/** One version of a filed protocol, whole; a correction adds one and takes none away. */
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
  municipality!: string;

  /** Why it replaced the version before; none for the first. */
  @Column('text', { nullable: true })
  reason!: string | null;

  @Column('date')
  filedOn!: CalendarDate;

  @Column('uuid')
  filedBy!: string;

  @Column('jsonb')
  protocol!: Protocol;
}
