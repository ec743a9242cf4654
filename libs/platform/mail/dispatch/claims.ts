import type { EntityManager } from 'typeorm';
import { runPrepared, type PreparedStatement, type WorkingTables } from '#platform/database';
import type { Dispatch, Handover } from './dispatch.js';
import { after, type DispatchProgress } from './dispatch-states.js';
import { enhancedStatusIn } from './enhanced-status.js';
import { joined } from './adjacent-buffers.js';
import { addressDigest } from './unreachable-people.js';

/** The bytes of a mail and its envelope, which stay the same however often it is handed over. */
export interface Letter {
  readonly from: string;
  readonly to: string;
  readonly bytes: Buffer;
}

/** A dispatch that a run works on. */
export interface Claimed extends Dispatch {
  readonly progress: DispatchProgress;
  /** Null before it is composed. */
  readonly letter: Letter | null;
  /** The end of its hours; null for a mail of any hour. */
  readonly openUntil: Date | null;
}

/** A change of a claimed dispatch's state. */
export interface Change {
  readonly dispatchId: string;
  readonly before: DispatchProgress;
  readonly next: DispatchProgress;
  readonly letter?: Letter & { readonly subject: string };
  readonly answer?: Handover;
}

/**
 * The dispatches of one tenant that one run works on. Another run takes them over when the lease has expired, by the
 * database's clock; from then on this run changes nothing of them.
 */
export class Claims {
  /** Since the milliseconds of `performance.now` at which this run last looked for mails of dead ones. */
  private lookedAt = -Infinity;

  constructor(
    private readonly tables: WorkingTables,
    private readonly tenant: string,
    /** Id of the run. */
    private readonly claim: string,
    private readonly leaseMs: number,
  ) {}

  /**
   * Claims up to `size` dispatches that are due and within their hours, the longest due first. Dispatches that a dead run
   * was handing over become unsure first; this run looks for them a few times within a lease.
   */
  take(size: number, now: Date): Promise<readonly Claimed[]> {
    return this.tables.in(this.tenant, async (manager) => {
      const at = performance.now();
      if (at - this.lookedAt > this.leaseMs / 4) {
        // A full batch may have left some over.
        if ((await this.takeBack(manager, size, now)) < size) this.lookedAt = at;
      }
      // The index has them in order; PostgreSQL would read every mail that waits and sort them, expecting few.
      await manager.query('set local enable_sort = off');
      const { rows } = await runPrepared<ClaimedRow>(manager, TAKE, [this.tenant, now, size, this.claim, this.leaseMs]);
      return rows.map(claimed).sort((a, b) => a.dueAt.getTime() - b.dueAt.getTime());
    });
  }

  /**
   * Makes the lease of everything that this run has claimed begin anew. What is being saved at the same moment is left out,
   * since saving does so too: two statements that wait for each other's rows would be a deadlock.
   */
  async renew(): Promise<void> {
    await this.tables.in(this.tenant, (manager) => manager.query(RENEW, [this.tenant, this.claim, this.leaseMs]));
  }

  /** Gives back what was claimed and is not being handed over. */
  async release(): Promise<void> {
    await this.tables.in(this.tenant, (manager) =>
      manager.query(
        `update mail_dispatch set claim = null, leased_until = null
         where tenant = $1 and claim = $2 and state <> 'handing-over'`,
        [this.tenant, this.claim],
      ),
    );
  }

  /** Commits changes, and returns the ids of those that were still this run's. */
  save(changes: readonly Change[], now: Date): Promise<ReadonlySet<string>> {
    return this.tables.in(this.tenant, (manager) => this.write(manager, changes, now));
  }

  /** Returns the number of those that became unsure. */
  private async takeBack(manager: EntityManager, size: number, now: Date): Promise<number> {
    const [left]: [readonly ClaimedRow[], number] = await manager.query(TAKE_BACK, [
      this.tenant,
      size,
      this.claim,
      this.leaseMs,
    ]);
    const changes = left.map(claimed).map(({ dispatchId, progress }) => ({
      dispatchId,
      before: progress,
      next: after(progress, { type: 'left' }),
    }));
    if (changes.length > 0) await this.write(manager, changes, now);
    return changes.length;
  }

  private async write(manager: EntityManager, changes: readonly Change[], now: Date): Promise<ReadonlySet<string>> {
    const letters = changes.flatMap(({ letter }) => letter ?? []);
    const { rows } = await runPrepared<{ dispatch_id: string }>(manager, letters.length > 0 ? KEEP : SAVE, [
      ...[this.tenant, this.claim, now, this.leaseMs],
      ...columnsOf(changes, (change) => changeRow(this.tenant, change)),
      ...(letters.length > 0 ? [...columnsOf(changes, letterRows()), joined(letters.map(({ bytes }) => bytes))] : []),
    ]);
    const saved = new Set(rows.map(({ dispatch_id }) => dispatch_id));
    const unreachable = changes.flatMap(({ dispatchId, next, answer }) =>
      next.state === 'refused' && answer && 'refused' in answer && answer.of === 'recipient' && saved.has(dispatchId)
        ? [{ id: dispatchId, status: enhancedStatusIn(answer.response) ?? String(answer.code) }]
        : [],
    );
    if (unreachable.length > 0) await manager.query(REPORT, [this.tenant, now, JSON.stringify(unreachable)]);
    return saved;
  }
}

const LONGEST_ANSWER = 500;

/** The columns of the rows that are made of changes, in order: PostgreSQL reads an array for each faster than JSON. */
function columnsOf(changes: readonly Change[], rowOf: (change: Change) => readonly unknown[]): readonly unknown[][] {
  const columns: unknown[][] = [];
  for (const change of changes) rowOf(change).forEach((value, i) => (columns[i] ??= []).push(value));
  return columns;
}

/** In the order of `CHANGE`. */
function changeRow(tenant: string, { dispatchId, before, next, answer }: Change): readonly unknown[] {
  // What is being worked on stays claimed.
  const stays = next.state === 'handing-over' || (before.state === 'due' && next.state === 'composed');
  const { state, composeFailures, attempts, unsure, retryAt, composedAt } = next;
  const said = answer && 'response' in answer ? answer.response.slice(0, LONGEST_ANSWER) : null;
  const code = answer && 'refused' in answer ? answer.code : null;
  return [
    ...[tenant, dispatchId, before.state, state, composeFailures, attempts, unsure],
    ...[retryAt?.toISOString() ?? null, composedAt?.toISOString() ?? null, stays, code, said],
  ];
}
const CHANGE = {
  ...{
    tenant: 'text',
    id: 'uuid',
    was: 'text',
    state: 'text',
    compose_failures: 'int',
    attempts: 'int',
    unsure: 'int',
  },
  ...{ retry_at: 'timestamptz', composed_at: 'timestamptz', keep: 'boolean', code: 'int', answer: 'text' },
};

/**
 * In the order of `LETTER`. The bytes of all letters go to the database as one value, in which each letter has its place,
 * counted from 1.
 */
function letterRows(): (change: Change) => readonly unknown[] {
  let end = 1;
  return ({ letter }) => {
    if (!letter) return [null, null, null, null, null, null];
    const { from, to, subject, bytes } = letter;
    const start = end;
    end += bytes.length;
    return [start, bytes.length, from, to, addressDigest(to), subject];
  };
}
const LETTER = { start: 'int', size: 'int', sender: 'text', receiver: 'text', digest: 'text', subject: 'text' };

const COLUMNS = `mail.dispatch_id, mail.person_id, mail.kind, mail.period, mail.about, mail.due_at, mail.open_until, mail.state,
  mail.compose_failures, mail.attempts, mail.unsure, mail.retry_at, mail.composed_at, mail.envelope_from,
  mail.envelope_to, mail.bytes`;

/** Only what is not being handed over: that is taken back first. */
const TAKE: PreparedStatement = {
  name: 'take-dispatches',
  text: `
  with next as (
    select tenant, dispatch_id from mail_dispatch
    where tenant = $1 and is_waiting and state <> 'handing-over' and due_at <= $2
      and (retry_at is null or retry_at <= $2) and (open_until is null or open_until > $2)
      and (leased_until is null or leased_until < clock_timestamp())
    order by due_at, dispatch_id limit $3 for update skip locked
  )
  update mail_dispatch as mail set claim = $4, leased_until = clock_timestamp() + $5 * interval '1 ms'
  from next where mail.tenant = $1 and next.tenant = $1 and mail.dispatch_id = next.dispatch_id returning ${COLUMNS}`,
};

const TAKE_BACK = `
  with next as (
    select dispatch_id from mail_dispatch
    where tenant = $1 and is_waiting and state = 'handing-over' and leased_until < clock_timestamp()
    order by due_at, dispatch_id limit $2 for update skip locked
  )
  update mail_dispatch as mail set claim = $3, leased_until = clock_timestamp() + $4 * interval '1 ms'
  from next where mail.tenant = $1 and mail.dispatch_id = next.dispatch_id returning ${COLUMNS}`;

const RENEW = `
  with own as (select dispatch_id from mail_dispatch where tenant = $1 and claim = $2 for update skip locked)
  update mail_dispatch as mail set leased_until = clock_timestamp() + $3 * interval '1 ms'
  from own where mail.tenant = $1 and mail.dispatch_id = own.dispatch_id`;

/**
 * A change names its tenant so that PostgreSQL expects few changes, and looks each up by its key: without statistics (the
 * first mails of an installation) it would read all mails of the tenant for every statement.
 */
const savingWith = (columns: Readonly<Record<string, string>>, more: string): string => `
  update mail_dispatch as mail set state = change.state, state_at = case when mail.state = change.state then mail.state_at else $3 end,
    compose_failures = change.compose_failures, attempts = change.attempts, unsure = change.unsure,
    retry_at = change.retry_at, composed_at = change.composed_at,
    accepted_at = case when change.state = 'accepted' then $3 end,
    answer_code = coalesce(change.code, mail.answer_code), answer = coalesce(change.answer, mail.answer),
    claim = case when change.keep then mail.claim end, leased_until = case when change.keep then clock_timestamp() + $4 * interval '1 ms' end
    ${more}
  from unnest(${Object.values(columns)
    .map((type, i) => `$${i + FIRST_COLUMN}::${type}[]`)
    .join(', ')}) as change(${Object.keys(columns).join(', ')})
  where mail.tenant = $1 and change.tenant = $1 and mail.dispatch_id = change.id and mail.claim = $2 and mail.state = change.was
  returning mail.dispatch_id`;
/** Number of the first parameter that is a column. */
const FIRST_COLUMN = 5;
const SAVE: PreparedStatement = { name: 'save-dispatches', text: savingWith(CHANGE, '') };
const KEPT = { ...CHANGE, ...LETTER };
/** Changes of which some have letters. */
const KEEP: PreparedStatement = {
  name: 'keep-letters',
  text: savingWith(
    KEPT,
    `,
    envelope_from = coalesce(change.sender, mail.envelope_from), envelope_to = coalesce(change.receiver, mail.envelope_to),
    to_digest = coalesce(change.digest, mail.to_digest), subject = coalesce(change.subject, mail.subject),
    bytes = case when change.size is null then mail.bytes else substring($${FIRST_COLUMN + Object.keys(KEPT).length}::bytea from change.start for change.size) end`,
  ),
};

/** The server knows no such address, or has refused it for three days: as good as a report that says so. */
const REPORT = `
  insert into mail_report (tenant, message_digest, dispatch_id, person_id, reported_at, permanent, final, status, to_digest)
  select mail.tenant, 'refused ' || mail.dispatch_id, mail.dispatch_id, mail.person_id, $2, true, true, refused.status,
    mail.to_digest
  from mail_dispatch as mail join jsonb_to_recordset($3) as refused(id uuid, status text) on refused.id = mail.dispatch_id
  where mail.tenant = $1 on conflict do nothing`;

interface ClaimedRow {
  readonly dispatch_id: string;
  readonly person_id: string;
  readonly kind: string;
  readonly period: string;
  readonly about: Readonly<Record<string, string>>;
  readonly due_at: Date;
  readonly open_until: Date | null;
  readonly state: DispatchProgress['state'];
  readonly compose_failures: number;
  readonly attempts: number;
  readonly unsure: number;
  readonly retry_at: Date | null;
  readonly composed_at: Date | null;
  readonly envelope_from: string | null;
  readonly envelope_to: string | null;
  readonly bytes: Buffer | null;
}

const claimed = (row: ClaimedRow): Claimed => ({
  dispatchId: row.dispatch_id,
  personId: row.person_id,
  kind: row.kind,
  period: row.period,
  about: row.about,
  dueAt: row.due_at,
  openUntil: row.open_until,
  progress: {
    state: row.state,
    composeFailures: row.compose_failures,
    attempts: row.attempts,
    unsure: row.unsure,
    composedAt: row.composed_at,
    retryAt: row.retry_at,
  },
  letter:
    row.bytes === null || row.envelope_from === null || row.envelope_to === null
      ? null
      : { from: row.envelope_from, to: row.envelope_to, bytes: row.bytes },
});
