import { Injectable } from '@nestjs/common';
import { isPublicHoliday } from '#platform/holidays';
import { JobTriggers, Rounds, SweepTask } from '#platform/jobs';
import type { CalendarDate } from '#platform/kernel';
import { Dispatches, type NewDispatch } from '#platform/mail';
import { AlertLadder, type ToldStep } from '#alerts/contract';
import { MeetingNews, type News } from '#news/contract';
import { digestWeekOf, mondayOf } from '../contract/index.js';
import { digestReceiver, vacantOn } from '../domain/content/reach.js';
import { digestDueOn } from '../domain/schedule/digest-day.js';
import { hourOn, morningOf } from '../domain/schedule/mail-hours.js';
import { MailReceivers, type ReceiversOfDay } from './mail-receivers.js';
import { ToldNews } from './told-news.js';

/** Name of the rounds of a working day, one for each municipality; their periods are days. */
export const MORNING = 'morning';
/** More digests than any municipality has receivers. */
const EVERY = { page: 1, size: 1_000_000 };

/**
 * Once on each working day, from the municipality's hour on: decides on the ladder's steps, and announces one mail to
 * each person who has something to read: the digest on its day, otherwise the daily mail. Nothing is decided at a later
 * time of a day on which no worker ran until four in the afternoon: the next working day's round makes up for it.
 */
@Injectable()
export class MorningRound extends SweepTask {
  readonly name = 'morning-round';

  constructor(
    private readonly receivers: MailReceivers,
    private readonly rounds: Rounds,
    private readonly ladder: AlertLadder,
    private readonly news: MeetingNews,
    private readonly told: ToldNews,
    private readonly dispatches: Dispatches,
    private readonly jobs: JobTriggers,
  ) {
    super();
  }

  async run(tenant: string, now: Date, signal: AbortSignal): Promise<void> {
    const settings = await this.receivers.settings(tenant);
    const day = settings && morningOf(now, settings.hour, isPublicHoliday);
    if (!day) return;
    const round = await this.rounds.once(tenant, MORNING, day, () => this.carryOut(tenant, day), signal);
    if (round === 'done') await this.jobs.send(tenant);
  }

  /** Repeated after a crash, it announces what is missing: no mail is announced twice. */
  private async carryOut(tenant: string, day: CalendarDate): Promise<void> {
    const previous = (await this.rounds.last(tenant, MORNING)) as CalendarDate | null;
    await this.ladder.carryOut(tenant, day, previous);
    const receivers = await this.receivers.on(tenant, day);
    if (!receivers) return;
    const [told, news, earlier] = await Promise.all([
      this.ladder.toldOn(tenant, day),
      this.told.known(tenant).then((known) => this.news.ofEveryone(tenant, day, known)),
      this.digestsBefore(tenant, day),
    ]);
    await this.dispatches.announce(tenant, mailsOf(receivers, previous, { told, news, earlier }));
  }

  /** People to whom this week's digest was announced on an earlier day. */
  private async digestsBefore(tenant: string, day: CalendarDate): Promise<ReadonlySet<string>> {
    const monday = mondayOf(day);
    if (monday === day) return new Set();
    const week = { kinds: ['digest'], dueFrom: hourOn(monday, 0), dueBefore: hourOn(day, 0) };
    const { items } = await this.dispatches.list(tenant, week, EVERY);
    return new Set(items.map(({ personId }) => personId));
  }
}

interface Morning {
  readonly told: ReadonlyMap<string, readonly ToldStep[]>;
  readonly news: ReadonlyMap<string, readonly News[]>;
  /** People who have got this week's digest. */
  readonly earlier: ReadonlySet<string>;
}

/** One mail for each active person who has something to read. */
function mailsOf(
  receivers: ReceiversOfDay,
  previous: CalendarDate | null,
  { told, news, earlier }: Morning,
): readonly NewDispatch[] {
  const { day, settings, people } = receivers;
  const vacant = vacantOn(day, receivers);
  return people.flatMap((person): NewDispatch[] => {
    const { personId } = person;
    if (!receivers.activePerson(personId)) return [];
    const preferences = receivers.preferencesOf(personId);
    const dueAt = hourOn(day, Math.max(settings.hour, preferences.hours.from));
    const weekday = preferences.digestWeekday ?? settings.weekday;
    const dueOn = earlier.has(personId) ? null : digestDueOn(day, previous, weekday, isPublicHoliday);
    if (dueOn !== null && digestReceiver(person, preferences, day, receivers, vacant) !== null)
      return [{ personId, kind: 'digest', period: digestWeekOf(day), dueAt, about: { dueOn } }];
    const hasNews = preferences.wantsNews && news.has(personId);
    return hasNews || told.has(personId) ? [{ personId, kind: 'daily', period: day, dueAt }] : [];
  });
}
