import { Injectable } from '@nestjs/common';
import { Rounds, SweepTask } from '#platform/jobs';
import { addDays, dayOf } from '#platform/kernel';
import { Dispatches } from '#platform/mail';
import { hourOn } from '../domain/schedule/mail-hours.js';
import { MailReceivers } from './mail-receivers.js';
import { ToldByMail } from './told-by-mail.js';

/** Days after which news that a mail has told are forgotten: two school years, longer than any news lasts. */
const NEWS_DAYS = 730;

/** Once a day: deletes the bytes of mails that have been kept long enough, and what was told of old news. */
@Injectable()
export class Housekeeping extends SweepTask {
  readonly name = 'mail-housekeeping';

  constructor(
    private readonly receivers: MailReceivers,
    private readonly rounds: Rounds,
    private readonly told: ToldByMail,
    private readonly dispatches: Dispatches,
  ) {
    super();
  }

  async run(tenant: string, now: Date, signal: AbortSignal): Promise<void> {
    const day = dayOf(now);
    const settings = await this.receivers.settings(tenant);
    if (!settings) return;
    await this.rounds.once(
      tenant,
      'mail-housekeeping',
      day,
      async () => {
        await this.dispatches.deleteBytes(tenant, hourOn(addDays(day, -settings.keepBytesDays), 0));
        await this.told.forget(tenant, hourOn(addDays(day, -NEWS_DAYS), 0));
      },
      signal,
    );
  }
}
