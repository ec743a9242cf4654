import { Inject, Injectable } from '@nestjs/common';
import { EVENT_STORE, type EventStore } from '#platform/event-store';
import { Freshness } from '#platform/followers';
import { isPublicHoliday } from '#platform/holidays';
import { JobTriggers, Rounds, SweepTask } from '#platform/jobs';
import { addDays, dayOf, type CalendarDate } from '#platform/kernel';
import { Dispatches, type NewDispatch } from '#platform/mail';
import { MeetingNews, type News } from '#news/contract';
import { isSoon, isToldAtOnce, toldAtOnceSince } from '../domain/schedule/at-once.js';
import { hourOn, inUrgentHours, inWorkingHours } from '../domain/schedule/mail-hours.js';
import { AtOnceReader } from '../read-models/sent-at-once/at-once-reader.js';
import { DigestsReader } from '../read-models/made-digest/digests-reader.js';
import type { MadeDigestRow } from '../read-models/made-digest/made-digest.entity.js';
import type { SentAtOnceRow } from '../read-models/sent-at-once/sent-at-once.entity.js';
import { MailReceivers, type ReceiversOfDay } from './mail-receivers.js';
import { MORNING } from './uncomposed-morning-mails.js';
import { ToldByMail } from './told-by-mail.js';

/** Days of which it is looked at again what should have been announced at once; more after the installation was down. */
const LATE_DAYS = 3;
/** Time for the read models to take the log's last events, in ms. */
const READ_WITHIN_MS = 5000;

/**
 * Announces what does not wait for the next morning: urgent meetings, changes for today and tomorrow, the coordinator's
 * reminders, questions to owners, and digests that are sent once more. Every announcement is made again at each sweep
 * until a mail exists, so that none is lost when a process dies. What was asked of people while no worker ran goes out
 * when one runs again, however late: its composer leaves out what was solved meanwhile.
 */
@Injectable()
export class AtOnceTask extends SweepTask {
  readonly name = 'mail-at-once';
  /** The last position of the log, and the day, of which each municipality has been looked at. */
  private readonly seen = new Map<string, string>();

  constructor(
    private readonly receivers: MailReceivers,
    private readonly news: MeetingNews,
    private readonly told: ToldByMail,
    private readonly asked: AtOnceReader,
    private readonly digests: DigestsReader,
    private readonly dispatches: Dispatches,
    private readonly jobs: JobTriggers,
    private readonly freshness: Freshness,
    private readonly rounds: Rounds,
    @Inject(EVENT_STORE) private readonly events: EventStore,
  ) {
    super();
  }

  async run(tenant: string, now: Date): Promise<void> {
    const day = dayOf(now);
    const head = await this.events.head();
    const moment = `${day} ${head}`;
    if (this.seen.get(tenant) === moment) return;
    // What the read models have not taken yet is looked at in the next sweep.
    const isRead = await this.freshness.reached(head, READ_WITHIN_MS);
    const since = await this.since(tenant, day);
    const [asked, news, resent] = await Promise.all([
      this.asked.since(tenant, hourOn(since, 0)),
      this.told.known(tenant).then((known) => this.news.ofEveryone(tenant, day, known)),
      this.digests.resentSince(tenant, since),
    ]);
    if (asked.length + news.size + resent.length > 0) {
      const receivers = await this.receivers.on(tenant, day);
      const mails = receivers
        ? [
            ...asked.flatMap((row) => askedMails(row, receivers)),
            ...[...news].flatMap(([personId, items]) => newsMails(personId, items, receivers, now)),
            ...resent.flatMap((row) => againMails(row, since, now)),
          ]
        : [];
      if (mails.length > 0) {
        await this.dispatches.announce(tenant, mails);
        await this.jobs.send(tenant);
      }
    }
    if (isRead) this.seen.set(tenant, moment);
  }

  /** The first day that is looked at: no later than the last morning round, since a worker ran then. */
  private async since(tenant: string, day: CalendarDate): Promise<CalendarDate> {
    const usual = addDays(day, -LATE_DAYS);
    const lastRound = (await this.rounds.last(tenant, MORNING)) as CalendarDate | null;
    return lastRound !== null && lastRound < usual ? lastRound : usual;
  }
}

const hoursOf = (receivers: ReceiversOfDay, personId: string) => receivers.preferencesOf(personId).hours;

function askedMails({ eventId, kind, at, toIds }: SentAtOnceRow, receivers: ReceiversOfDay): readonly NewDispatch[] {
  return toIds.map((personId) => ({
    personId,
    kind,
    period: eventId,
    dueAt: inWorkingHours(at, hoursOf(receivers, personId), isPublicHoliday),
    about: { eventId },
  }));
}

function newsMails(
  personId: string,
  items: readonly News[],
  receivers: ReceiversOfDay,
  now: Date,
): readonly NewDispatch[] {
  const { day, activePerson } = receivers;
  if (!activePerson(personId)) return [];
  return items
    .filter((item) => isToldAtOnce(item, day))
    .map((item) => ({
      personId,
      kind: 'change',
      period: `${item.newsId}@${item.upTo}`,
      dueAt: isSoon(item, day)
        ? inUrgentHours(now)
        : inWorkingHours(now, hoursOf(receivers, personId), isPublicHoliday),
      knownSince: toldAtOnceSince(item),
      about: { newsId: item.newsId, upTo: item.upTo },
    }));
}

/** At any hour: the receiver or the coordinator has just asked for it. */
const againMails = (
  { personId, week, resentOn }: MadeDigestRow,
  since: CalendarDate,
  now: Date,
): readonly NewDispatch[] =>
  resentOn.flatMap((on, i) =>
    on < since ? [] : [{ personId, kind: 'digest-again', period: `${week}#${i + 1}`, dueAt: now }],
  );
