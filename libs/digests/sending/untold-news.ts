import { Injectable } from '@nestjs/common';
import type { CalendarDate } from '#platform/kernel';
import type { Dispatch, SharedReadings } from '#platform/mail';
import { MeetingNews, type News } from '#news/contract';
import { ToldByMail } from './told-by-mail.js';

/** News of the meeting plan that no mail has told, for mails that are composed in batches. */
@Injectable()
export class UntoldNews {
  constructor(
    private readonly news: MeetingNews,
    private readonly told: ToldByMail,
  ) {}

  /**
   * By person; read once for several batches. Mails that took news before and are composed again, after a crash, get the
   * same news, so for a batch with such mails it is read again without what these have told.
   */
  async of(
    tenant: string,
    day: CalendarDate,
    due: readonly Dispatch[],
    readings: SharedReadings,
  ): Promise<ReadonlyMap<string, readonly News[]>> {
    const everyone = await readings.once(this, async () =>
      this.news.ofEveryone(tenant, day, await this.told.known(tenant)),
    );
    if (!(await this.told.haveTaken(tenant, due))) return everyone;
    return this.news.ofEveryone(tenant, day, await this.told.known(tenant, due));
  }
}
