import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { WorkingTables } from '#platform/database';
import { CLOCK, isSame, type Clock } from '#platform/kernel';
import { StreamBusy } from '#platform/streams';
import { mergeDrafts, type DraftConflict } from '../domain/draft/merge-drafts.js';
import { tooMuchIn, type DraftListTooLong } from '../domain/draft/draft-limits.js';
import type { ProtocolDraft } from '../domain/draft/protocol-draft.js';
import { ProtocolDraftRow } from './protocol-draft.entity.js';

export interface SavedDraft {
  readonly revision: number;
  readonly draft: ProtocolDraft;
  readonly savedBy: string;
  readonly savedAt: Date;
}
export interface DraftToSave {
  readonly tenant: string;
  readonly meetingId: string;
  /** The revision that the writer saw; 0 before the first save. */
  readonly base: number;
  /**
   * Initial draft of this meeting: stored as revision 0 at the first save, so that later saves can be compared with it.
   */
  readonly began: ProtocolDraft;
  readonly mine: ProtocolDraft;
  readonly by: string;
}
export type SaveAnswer =
  | { readonly saved: SavedDraft; readonly merged: boolean }
  | { readonly conflicts: readonly DraftConflict[]; readonly theirs: SavedDraft; readonly proposal: ProtocolDraft }
  | { readonly unknownBase: true }
  | { readonly tooLong: readonly [DraftListTooLong, ...DraftListTooLong[]] };

const TRIES = 50;

/** Drafts of a municipality's protocols: every saved revision until the protocol is filed (ADR 0042). */
@Injectable()
export class ProtocolDrafts {
  constructor(
    private readonly tables: WorkingTables,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** The latest saved revision, if any. */
  async latest(tenant: string, meetingId: string): Promise<SavedDraft | undefined> {
    const row = await this.tables.in(tenant, (rows) => latestOf(rows, meetingId));
    return row ?? undefined;
  }

  /**
   * Saves changes made on `base`, merging later saves of others field by field. Concurrent saves are detected by the
   * primary key: the second one fails, reads again and merges.
   */
  async save(it: DraftToSave): Promise<SaveAnswer> {
    for (let attempt = 1; attempt <= TRIES; attempt += 1) {
      const answer = await this.tables.in(it.tenant, (rows) => this.trySave(rows, it));
      if (answer) return answer;
    }
    throw new StreamBusy(`A draft could not be saved in ${TRIES} tries`);
  }

  /** Deletes every draft of the meeting, and drafts of other filed meetings left by a crash. */
  async remove(tenant: string, meetingId: string): Promise<void> {
    await this.tables.in(tenant, (rows) =>
      rows.query(
        `delete from meetings_protocol_draft
          where meeting_id = $1
             or meeting_id in (select meeting_id from meetings_meeting where state = 'filed')`,
        [meetingId],
      ),
    );
  }

  /** Undefined when somebody else saved the revision in the meantime. */
  private async trySave(rows: EntityManager, it: DraftToSave): Promise<SaveAnswer | undefined> {
    const latest = await latestOf(rows, it.meetingId);
    if (!latest) return it.base === 0 ? this.begin(rows, it) : { unknownBase: true };
    if (latest.revision === it.base) return this.insert(rows, it, latest.revision + 1, it.mine, false);
    const base = await revisionOf(rows, it.meetingId, it.base);
    if (!base) return { unknownBase: true };
    const { draft, conflicts } = mergeDrafts(base.draft, it.mine, latest.draft);
    if (conflicts.length > 0) return { conflicts, theirs: latest, proposal: draft };
    // No change: a repeated save, or one with the same content as others' saves.
    if (isSame(draft, latest.draft)) return { saved: latest, merged: true };
    const [first, ...more] = tooMuchIn(draft);
    return first ? { tooLong: [first, ...more] } : this.insert(rows, it, latest.revision + 1, draft, true);
  }

  private async begin(rows: EntityManager, it: DraftToSave): Promise<SaveAnswer | undefined> {
    const began = await this.insert(rows, it, 0, it.began, false);
    return began && this.insert(rows, it, 1, it.mine, false);
  }

  private async insert(
    rows: EntityManager,
    { tenant, meetingId, by }: DraftToSave,
    revision: number,
    draft: ProtocolDraft,
    merged: boolean,
  ): Promise<SaveAnswer | undefined> {
    const savedAt = this.clock.now();
    const inserted: unknown[] = await rows.query(
      `insert into meetings_protocol_draft (meeting_id, revision, tenant, content, saved_by, saved_at)
       values ($1, $2, $3, $4, $5, $6) on conflict do nothing returning revision`,
      [meetingId, revision, tenant, JSON.stringify(draft), by, savedAt],
    );
    return inserted.length === 0 ? undefined : { saved: { revision, draft, savedBy: by, savedAt }, merged };
  }
}

const latestOf = async (rows: EntityManager, meetingId: string) =>
  saved(await rows.findOne(ProtocolDraftRow, { where: { meetingId }, order: { revision: 'desc' } }));
const revisionOf = async (rows: EntityManager, meetingId: string, revision: number) =>
  saved(await rows.findOneBy(ProtocolDraftRow, { meetingId, revision }));

const saved = (row: ProtocolDraftRow | null): SavedDraft | undefined =>
  row ? { revision: row.revision, draft: row.content, savedBy: row.savedBy, savedAt: row.savedAt } : undefined;
