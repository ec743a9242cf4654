import type { ClientBase } from 'pg';
import { NOT_AGAIN } from './dispatch-states.js';

/**
 * Holds back every mail that was due up to this moment, as the owner and in the transaction of a restore: those of the
 * backup that it left waiting, and those that are announced from now on. They are composed, so that what they tell counts
 * as told, become `unsure` and are not sent: nobody gets a mail twice. Returns the number of those that were waiting.
 */
export async function holdBackPossiblySent(owner: ClientBase, until: Date, now: Date): Promise<number> {
  await owner.query(
    'insert into mail_possibly_sent (until) values ($1) on conflict (one) do update set until = excluded.until',
    [until],
  );
  const { rowCount } = await owner.query(
    `update mail_dispatch set unsure = ${NOT_AGAIN}, retry_at = null, claim = null, leased_until = null,
       state = case state when 'due' then 'due' else 'unsure' end, state_at = case state when 'due' then state_at else $2 end
     where due_at <= $1 and state in ('due', 'composed', 'handing-over', 'unsure') and unsure < ${NOT_AGAIN}`,
    [until, now],
  );
  return rowCount ?? 0;
}
