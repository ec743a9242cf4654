import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ReadSide, WorkingTables } from '#platform/database';
import { CLOCK, stableId, type Clock } from '#platform/kernel';
import type { DispatchState, NewDispatch } from './dispatch.js';
import { DispatchRow } from './dispatch.entity.js';
import { NOT_AGAIN } from './dispatch-states.js';

/** A mail as lists show it; never its text. */
export interface ListedDispatch {
  readonly dispatchId: string;
  readonly personId: string;
  readonly kind: string;
  readonly period: string;
  /** Ids and days, as it was announced. */
  readonly about: Readonly<Record<string, string>>;
  readonly dueAt: Date;
  /** True for one that waits to be composed or handed over, and whose hours are over. */
  readonly isHeld: boolean;
  readonly state: DispatchState;
  /** Since when it has this state. */
  readonly stateAt: Date;
  /** Null before it is composed, and after its bytes have been deleted. */
  readonly subject: string | null;
  readonly attempts: number;
  readonly retryAt: Date | null;
  readonly acceptedAt: Date | null;
  /** SMTP's code of the last refusal; null for none, or where the server has not answered. */
  readonly answerCode: number | null;
  /** The mail server's last answer, which may repeat the address; null after the bytes have been deleted. */
  readonly answer: string | null;
}

/** A mail with its bytes, while they are kept. */
export interface KeptDispatch extends ListedDispatch {
  readonly bytes: Buffer | null;
}

export interface DispatchFilter {
  readonly states?: readonly DispatchState[];
  readonly kinds?: readonly string[];
  readonly personId?: string;
  readonly dueFrom?: Date;
  /** Before this moment. */
  readonly dueBefore?: Date;
}

/** Page of a list, from 1. */
export interface DispatchPaging {
  readonly page: number;
  readonly size: number;
}

export interface DispatchPage {
  readonly items: readonly ListedDispatch[];
  readonly total: number;
}

/** The mails of tenants: announcing them, and looking at what has become of them. Sending is `MailSender`'s. */
@Injectable()
export class Dispatches {
  constructor(
    private readonly tables: WorkingTables,
    private readonly readSide: ReadSide,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Announces mails, all or none. One for the same person, kind and period that was announced before stays as it is, so
   * repeating this changes nothing. After a restore, one that was due while the lost installation may have sent it is
   * composed and not sent (`holdBackPossiblySent`).
   */
  async announce(tenant: string, mails: readonly NewDispatch[]): Promise<void> {
    if (mails.length === 0) return;
    const withIds = mails.map((mail) => ({ ...mail, dispatchId: dispatchIdOf(tenant, mail) }));
    // In one order everywhere: two that announce the same mails at the same time would wait for each other otherwise.
    const all = withIds.toSorted((a, b) => (a.dispatchId < b.dispatchId ? -1 : 1));
    const now = this.clock.now();
    await this.tables.in(tenant, async (manager) => {
      // In parts, since all of them as one text would take several times their memory.
      for (let at = 0; at < all.length; at += ANNOUNCED_AT_ONCE) {
        const rows = all.slice(at, at + ANNOUNCED_AT_ONCE).map(announcedRow);
        await manager.query(ANNOUNCE, [tenant, now, JSON.stringify(rows)]);
      }
    });
  }

  /** A person's mails, the latest first. */
  of(tenant: string, personId: string, paging: DispatchPaging): Promise<DispatchPage> {
    return this.list(tenant, { personId }, paging);
  }

  /** The mails that match every condition of the filter, the latest first. */
  list(tenant: string, filter: DispatchFilter, { page, size }: DispatchPaging): Promise<DispatchPage> {
    return this.readSide.in(tenant, async (manager) => {
      const matching = matchingRows(manager, tenant, filter);
      const total = await matching.getCount();
      const rows = await matching
        .orderBy('mail.dueAt', 'DESC')
        .addOrderBy('mail.dispatchId')
        .offset((page - 1) * size)
        .limit(size)
        .getMany();
      const now = this.clock.now();
      return { items: rows.map((row) => listed(row, now)), total };
    });
  }

  /** One mail with its bytes, as sent; undefined if there is none. */
  one(tenant: string, dispatchId: string): Promise<KeptDispatch | undefined> {
    return this.readSide.in(tenant, async (manager) => {
      const row = await manager
        .createQueryBuilder(DispatchRow, 'mail')
        .addSelect('mail.bytes')
        .where({ tenant, dispatchId })
        .getOne();
      return row ? { ...listed(row, this.clock.now()), bytes: row.bytes } : undefined;
    });
  }

  /** Number of mails in each state that there are any in. */
  counts(tenant: string): Promise<Readonly<Partial<Record<DispatchState, number>>>> {
    return this.readSide.in(tenant, async (manager) => {
      const rows: readonly { state: DispatchState; count: number }[] = await manager.query(
        'select state, count(*)::int as count from mail_dispatch where tenant = $1 group by state',
        [tenant],
      );
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    });
  }

  /**
   * Deletes bytes, addresses, subjects and answers of mails that were composed before this moment and that nothing
   * remains to be done for. Returns their number.
   */
  async deleteBytes(tenant: string, composedBefore: Date): Promise<number> {
    const [, deleted]: [unknown, number] = await this.tables.in(tenant, (manager) =>
      manager.query(
        `update mail_dispatch set bytes = null, subject = null, envelope_from = null, envelope_to = null, answer = null
         where tenant = $1 and is_kept and due_at < $2 and composed_at < $2`,
        [tenant, composedBefore],
      ),
    );
    return deleted;
  }
}

/** Mails of one statement when many are announced. */
const ANNOUNCED_AT_ONCE = 500;

const announcedRow = (mail: NewDispatch & { readonly dispatchId: string }) => ({
  dispatch_id: mail.dispatchId,
  person_id: mail.personId,
  kind: mail.kind,
  period: mail.period,
  about: mail.about ?? {},
  due_at: mail.dueAt,
  open_until: mail.openUntil ?? null,
  known_at: mail.knownSince ?? mail.dueAt,
});

const ANNOUNCE = `
  insert into mail_dispatch (tenant, dispatch_id, person_id, kind, period, about, due_at, open_until, state, unsure, state_at)
  select $1, dispatch_id, person_id, kind, period, about, due_at, open_until,
    'due',
    case when is_possibly_sent then ${NOT_AGAIN} else 0 end, $2
  from (
    select *, coalesce(least(due_at, known_at) <= (select until from mail_possibly_sent), false) as is_possibly_sent
    from jsonb_to_recordset($3) as it(dispatch_id uuid, person_id uuid, kind text, period text, about jsonb,
      due_at timestamptz, open_until timestamptz, known_at timestamptz)
  ) as mail
  order by dispatch_id on conflict do nothing`;

/** The same mail always has the same id. */
export const dispatchIdOf = (tenant: string, { personId, kind, period }: Omit<NewDispatch, 'dueAt'>): string =>
  stableId('mail', tenant, personId, kind, period);

function matchingRows(manager: EntityManager, tenant: string, filter: DispatchFilter) {
  const rows = manager.createQueryBuilder(DispatchRow, 'mail').where('mail.tenant = :tenant', { tenant });
  const { states, kinds, personId, dueFrom, dueBefore } = filter;
  if (states) rows.andWhere('mail.state = any(:states)', { states });
  if (kinds) rows.andWhere('mail.kind = any(:kinds)', { kinds });
  if (personId) rows.andWhere('mail.personId = :personId', { personId });
  if (dueFrom) rows.andWhere('mail.dueAt >= :dueFrom', { dueFrom });
  if (dueBefore) rows.andWhere('mail.dueAt < :dueBefore', { dueBefore });
  return rows;
}

/** States before the handover to the mail server begins. */
const BEFORE_HANDOVER: readonly DispatchState[] = ['due', 'composed'];

const listed = (row: DispatchRow, now: Date): ListedDispatch => ({
  dispatchId: row.dispatchId,
  personId: row.personId,
  kind: row.kind,
  period: row.period,
  about: row.about,
  dueAt: row.dueAt,
  isHeld: BEFORE_HANDOVER.includes(row.state) && row.openUntil !== null && row.openUntil <= now,
  state: row.state,
  stateAt: row.stateAt,
  subject: row.subject,
  attempts: row.attempts,
  retryAt: row.retryAt,
  acceptedAt: row.acceptedAt,
  answerCode: row.answerCode,
  answer: row.answer,
});
