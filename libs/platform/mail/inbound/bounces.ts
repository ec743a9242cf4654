import { createHash } from 'node:crypto';
import type { DataSource, EntityManager } from 'typeorm';
import { dedicatedConnection, runnerUrlOf, type WorkingTables } from '#platform/database';
import type { Clock } from '#platform/kernel';
import { DispatchRow } from '../dispatch/dispatch.entity.js';
import { after, canHappen } from '../dispatch/dispatch-states.js';
import type { MailSetup } from '../mail-setup.js';
import { deliveryStatusIn, type DeliveryStatus } from './delivery-status.js';
import { InboundHandler, type InboundMessage, type InboundOutcome } from './inbound-mail.js';

const STATUS_PART = 'message/delivery-status';

export interface BounceParts {
  readonly source: DataSource;
  readonly tables: WorkingTables;
  readonly clock: Clock;
  readonly setup: MailSetup;
}

/** Reports about mails that could not be delivered (RFC 3464), sent to the signed envelope sender of the mail. */
export class Bounces extends InboundHandler {
  constructor(private readonly parts: BounceParts) {
    super();
  }

  async take({ recipients, messageId, parts }: InboundMessage): Promise<InboundOutcome | null> {
    const report = parts.find(({ type }) => type === STATUS_PART);
    if (!report) return null;
    if (!this.parts.setup.hasInboundPath) return { rejected: NOT_SET_UP };
    const found = recipients.map((address) => this.parts.setup.dispatchOf(address));
    const dispatch = found.find((each) => typeof each === 'object');
    if (!dispatch) return { rejected: found.includes('forged') ? FORGED : NOT_OURS };
    const told = deliveryStatusIn(report.content);
    if (!told) return { done: 'The report tells of no failure. Nothing was changed.' };
    const { dispatchId } = dispatch;
    const tenant = await this.tenantOf(dispatchId);
    if (tenant === undefined) return { rejected: UNKNOWN };
    const digest = createHash('sha256').update(`${messageId}\n${report.content}`).digest('base64url');
    const isNew = await this.parts.tables.in(tenant, (manager) => this.record(manager, dispatchId, digest, told));
    const about = `mail ${dispatchId} of municipality ${tenant}`;
    return {
      done: isNew ? `Recorded for ${about}: ${told.status}.` : `Known already, for ${about}. Nothing was changed.`,
    };
  }

  /** Records the report and its consequence together; false when it is known already. */
  private async record(
    manager: EntityManager,
    dispatchId: string,
    digest: string,
    { status, permanent, final }: DeliveryStatus,
  ): Promise<boolean> {
    const now = this.parts.clock.now();
    await manager.query('select from mail_dispatch where dispatch_id = $1 for update', [dispatchId]);
    const row = await manager.findOneByOrFail(DispatchRow, { dispatchId });
    const inserted: readonly unknown[] = await manager.query(
      `insert into mail_report (tenant, message_digest, dispatch_id, person_id, reported_at, permanent, final, status, to_digest)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing returning tenant`,
      [row.tenant, digest, dispatchId, row.personId, now, permanent, final, status, row.toDigest],
    );
    if (inserted.length === 0) return false;
    // A mail that is just being handed over again is left alone: its state follows from the server's answer.
    if (final && canHappen(row, { type: 'bounced' }))
      await manager.update(
        DispatchRow,
        { tenant: row.tenant, dispatchId },
        { state: after(row, { type: 'bounced' }).state, retryAt: null, stateAt: now, answer: status },
      );
    return true;
  }

  private async tenantOf(dispatchId: string): Promise<string | undefined> {
    const client = await dedicatedConnection(runnerUrlOf(this.parts.source), 'samspill_runner');
    try {
      const { rows } = await client.query<{ tenant: string }>(
        'select tenant from mail_dispatch where dispatch_id = $1',
        [dispatchId],
      );
      return rows[0]?.tenant;
    } finally {
      await client.end();
    }
  }
}

const NOT_SET_UP =
  'MAIL_BOUNCES is not set, so no report can be matched with its mail: set it to the address of this mail.';
const FORGED =
  'The address that this was sent to has not been signed by this installation: see that SESSION_KEY and MAIL_BOUNCES are those of the worker.';
const NOT_OURS = 'This was sent to no envelope sender of this installation, so it is not about a mail from here.';
const UNKNOWN = 'The report is about a mail that is not known here.';
