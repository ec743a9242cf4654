import { Inject, Injectable } from '@nestjs/common';
import { WorkingTables } from '#platform/database';
import { CLOCK, type Clock } from '#platform/kernel';

/** The moments within which a mail may be handed over; `until` is excluded. */
export interface OpenHours {
  readonly from: Date;
  readonly until: Date;
}

const hoursRow = (tenant: string, id: string, { from, until }: OpenHours) => ({
  ...{ tenant, id, from_at: from, until_at: until },
});

/** Mails whose hours are over before the mail server has taken them: withdrawing them, and giving them other hours. */
@Injectable()
export class MailsOutOfHours {
  constructor(
    private readonly tables: WorkingTables,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /**
   * Withdraws composed mails that were never handed over: they are due again, without their bytes. What the mail server
   * may have taken, and what a run works on, stays as it is.
   */
  async withdraw(tenant: string, dispatchIds: readonly string[]): Promise<void> {
    if (dispatchIds.length === 0) return;
    await this.tables.in(tenant, (manager) =>
      manager.query(
        `update mail_dispatch set state = 'due', state_at = $3, retry_at = null, composed_at = null, bytes = null,
           subject = null, envelope_from = null, envelope_to = null, to_digest = null
         where tenant = $1 and dispatch_id = any($2) and state = 'composed' and unsure = 0
           and (leased_until is null or leased_until < clock_timestamp())`,
        [tenant, dispatchIds, this.clock.now()],
      ),
    );
  }

  /**
   * Gives mails of some kinds whose hours are over, and that something remains to be done for, those of another day.
   * @param hoursOf the hours of a person on that day
   */
  async reopen(tenant: string, kinds: readonly string[], hoursOf: (personId: string) => OpenHours): Promise<void> {
    await this.tables.in(tenant, async (manager) => {
      const held: readonly { id: string; person: string }[] = await manager.query(
        `select dispatch_id as id, person_id as person from mail_dispatch
         where tenant = $1 and is_waiting and kind = any($2) and open_until <= $3`,
        [tenant, kinds, this.clock.now()],
      );
      if (held.length === 0) return;
      await manager.query(
        `update mail_dispatch as mail set retry_at = hours.from_at, open_until = hours.until_at
         from jsonb_to_recordset($2) as hours(tenant text, id uuid, from_at timestamptz, until_at timestamptz)
         where mail.tenant = $1 and hours.tenant = $1 and mail.dispatch_id = hours.id and mail.is_waiting`,
        [tenant, JSON.stringify(held.map(({ id, person }) => hoursRow(tenant, id, hoursOf(person))))],
      );
    });
  }
}
