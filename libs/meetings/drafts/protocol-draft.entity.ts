import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { ProtocolDraft } from '../domain/draft/protocol-draft.js';

/** One saved revision of a draft. Not an event: it may hold what must not be kept, and goes when the protocol is filed. */
@Entity('meetings_protocol_draft')
export class ProtocolDraftRow {
  @PrimaryColumn('uuid')
  meetingId!: string;

  /** 0 is what the draft began as, before anyone wrote. */
  @PrimaryColumn('int')
  revision!: number;

  @Column('text')
  municipality!: string;

  @Column('jsonb')
  content!: ProtocolDraft;

  @Column('text')
  savedBy!: string;

  @Column('timestamptz')
  savedAt!: Date;
}
