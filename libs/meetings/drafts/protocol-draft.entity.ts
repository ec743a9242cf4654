import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtocolDraft } from '../domain/draft/protocol-draft.js';

/**
 * One saved revision of a draft. Not an event: it may hold data that must not be kept, and is deleted when the protocol
 * is filed.
 */
@Entity('meetings_protocol_draft')
export class ProtocolDraftRow {
  @PrimaryColumn('uuid')
  meetingId!: string;

  /** Revision 0 is the initial draft, before anyone wrote. */
  @PrimaryColumn('int')
  revision!: number;

  @Column('text')
  tenant!: string;

  @Column('jsonb')
  content!: ProtocolDraft;

  @Column('text')
  savedBy!: string;

  @Column('timestamptz')
  savedAt!: Date;
}
