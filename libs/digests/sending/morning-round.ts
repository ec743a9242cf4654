import { Injectable } from '@nestjs/common';
import { isPublicHoliday } from '#platform/holidays';
import { JobTriggers, Rounds, SweepTask } from '#platform/jobs';
import { addDays, type CalendarDate } from '#platform/kernel';
import { Dispatches, MailsOutOfHours, type ListedDispatch, type NewDispatch, type OpenHours } from '#platform/mail';
import { AlertLadder, type ToldStep } from '#alerts/contract';
import { MeetingNews, type News } from '#news/contract';
import { digestWeekOf, mondayOf } from '../contract/index.js';
import type { Decision } from '../domain/content/decisions.js';
import { digestReceiver, vacantOn } from '../domain/content/reach.js';
import { digestDueOn } from '../domain/schedule/digest-day.js';
import { hourOn, morningHours, morningOf } from '../domain/schedule/mail-hours.js';
import { AwaitedDecisions } from './awaited-decisions.js';
import { MailReceivers, type ReceiversOfDay } from './mail-receivers.js';
import { MORNING } from './uncomposed-morning-mails.js';
import { announcedOn, tellsAfter, toldUntil } from './told-in-mail.js';
import { ToldByMail } from './told-by-mail.js';

/** Kinds of the mails of the morning. */
const KINDS = ['digest', 'daily'];

/** More mails than any municipality has receivers. */
const EVERY = { page: 1, size: 1_000_000 };

/**
 * Once on each working day, from the municipality's hour on: decides on the ladder's steps, and announces one mail to
 * each person who has something to read: the digest on its day, otherwise the daily mail. Nothing is decided at a later
 * time of a day on which no worker ran until four in the afternoon: the next working day's round makes up for it. It
 * also announces what a round told that died before its own mails were announced, and takes over what the mails of
 * earlier days would have told that nobody composed, or that were not handed over within their hours: each person gets
 * one mail a day.
 */
@Injectable()
export class MorningRound extends SweepTask {
  readonly name = 'morning-round';

  constructor(
    private readonly receivers: MailReceivers,
    private readonly rounds: Rounds,
    private readonly ladder: AlertLadder,
    private readonly news: MeetingNews,
    private readonly decisions: AwaitedDecisions,
    private readonly told: ToldByMail,
    private readonly dispatches: Dispatches,
    private readonly hours: MailsOutOfHours,
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
    const people = await this.receivers.everybody(tenant);
    await this.ladder.carryOut(tenant, day, previous, people);
    const receivers = await this.receivers.on(tenant, day, people);
    if (!receivers) return;
    await this.withdrawOrReopenHeld(tenant, receivers);
    const earlier = await this.earlierMails(tenant, day, previous);
    await this.told.giveBack(tenant, earlier.takenOver);
    const first = [toldUntil(previous, undefined), ...earlier.untold.values()].toSorted()[0]!;
    const known = await this.told.known(tenant);
    const [told, news, waiting] = await Promise.all([
      this.ladder.toldWithin(tenant, { after: first, until: day }, day, people),
      this.news.ofEveryone(tenant, day, known),
      this.decisions.of(tenant, receivers),
    ]);
    const deciding = new Set(
      [...waiting].flatMap(([personId, decisions]) => (isUntold(personId, decisions, known) ? [personId] : [])),
    );
    await this.dispatches.announce(tenant, mailsOf(receivers, previous, { told, news, deciding, ...earlier }));
  }

  /**
   * Mails of earlier days whose hours are over without the mail server having taken them. Daily mails, and digests of
   * this week, are withdrawn: this day's mail tells what they would have told. A digest of a week that is over goes out
   * as it was, and so does a mail that may have arrived.
   */
  private async withdrawOrReopenHeld(tenant: string, receivers: ReceiversOfDay): Promise<void> {
    const { day } = receivers;
    const held = { kinds: KINDS, states: ['composed'] as const, dueBefore: hourOn(day, 0) };
    const { items } = await this.dispatches.list(tenant, held, EVERY);
    const week = digestWeekOf(day);
    const withdrawn = items.filter(({ kind, period }) => kind === 'daily' || period === week);
    await this.hours.withdraw(
      tenant,
      withdrawn.map(({ dispatchId }) => dispatchId),
    );
    await this.hours.reopen(tenant, KINDS, hoursOf(receivers));
  }

  /** The morning's mails of earlier days: of this week, and since the last round that was done. */
  private async earlierMails(
    tenant: string,
    day: CalendarDate,
    previous: CalendarDate | null,
  ): Promise<Omit<Morning, 'told' | 'news' | 'deciding'>> {
    const monday = mondayOf(day);
    const from = previous && addDays(previous, 1);
    const earlier = { kinds: KINDS, dueBefore: hourOn(day, 0) };
    const since = from && { dueFrom: hourOn(from < monday ? from : monday, 0) };
    const week = digestWeekOf(day);
    const [{ items }, { items: waiting }] = await Promise.all([
      this.dispatches.list(tenant, { ...earlier, ...since }, EVERY),
      this.dispatches.list(tenant, { ...earlier, states: ['due'] }, EVERY),
    ]);
    const ofWeek = items.filter(({ kind, dueAt }) => kind === 'digest' && dueAt >= hourOn(monday, 0));
    const isThisWeeks = ({ kind, period }: ListedDispatch) => kind === 'digest' && period === week;
    const takenOver = waiting.filter((mail) => !isThisWeeks(mail));
    const latestFirst = takenOver.toSorted((a, b) => (tellsAfter(a) < tellsAfter(b) ? 1 : -1));
    return {
      digests: new Set(ofWeek.map(({ personId }) => personId)),
      lateDigests: new Set(waiting.filter(isThisWeeks).map(({ personId }) => personId)),
      takenOver: takenOver.map(({ dispatchId }) => dispatchId),
      untold: new Map(latestFirst.map((mail) => [mail.personId, tellsAfter(mail)])),
      lastMails: new Map(
        items
          .filter(({ state }) => state !== 'due')
          .toReversed()
          .map((mail) => [mail.personId, announcedOn(mail)]),
      ),
    };
  }
}

interface Morning {
  readonly told: ReadonlyMap<string, readonly ToldStep[]>;
  readonly news: ReadonlyMap<string, readonly News[]>;
  /** People for whom a decision waits that no mail has told them. */
  readonly deciding: ReadonlySet<string>;
  /** People to whom this week's digest was announced on an earlier day. */
  readonly digests: ReadonlySet<string>;
  /** People whose digest of this week was announced on an earlier day and waits to be composed: it is this day's mail. */
  readonly lateDigests: ReadonlySet<string>;
  /** Mails of earlier days that nobody has composed, and whose content this day's mails tell. */
  readonly takenOver: readonly string[];
  /** Of people with earlier mails that nobody has composed, the day after which the first of them would have told steps. */
  readonly untold: ReadonlyMap<string, CalendarDate>;
  /** The last earlier day of which a mail of the morning was composed for a person. */
  readonly lastMails: ReadonlyMap<string, CalendarDate>;
}

const isUntold = (
  personId: string,
  decisions: readonly Decision[],
  known: (personId: string, newsId: string) => readonly string[],
): boolean => decisions.some(({ newsId, upTo }) => !known(personId, newsId).includes(upTo));

/** One mail for each active person who has something to read. */
function mailsOf(
  receivers: ReceiversOfDay,
  previous: CalendarDate | null,
  { told, news, deciding, digests, lateDigests, untold, lastMails }: Omit<Morning, 'takenOver'>,
): readonly NewDispatch[] {
  const { day, settings, people } = receivers;
  const vacant = vacantOn(day, receivers);
  const open = hoursOf(receivers);
  // Many people, few weekdays.
  const dueOnWeekday = onceEach((weekday: number) => digestDueOn(day, previous, weekday, isPublicHoliday));
  return people.flatMap((person): NewDispatch[] => {
    const { personId } = person;
    if (!receivers.activePerson(personId) || lateDigests.has(personId)) return [];
    const preferences = receivers.preferencesOf(personId);
    const { from: dueAt, until: openUntil } = open(personId);
    const weekday = preferences.digestWeekday ?? settings.weekday;
    const after = untold.get(personId) ?? toldUntil(previous, lastMails.get(personId));
    const dueOn = digests.has(personId) ? null : dueOnWeekday(weekday);
    if (dueOn !== null && digestReceiver(person, preferences, day, receivers, vacant) !== null)
      return [
        { personId, kind: 'digest', period: digestWeekOf(day), dueAt, openUntil, about: { dueOn, on: day, after } },
      ];
    const hasNews = preferences.wantsNews && news.has(personId);
    const wasTold = told.get(personId)?.some(({ on }) => on > after);
    return hasNews || wasTold || deciding.has(personId)
      ? [{ personId, kind: 'daily', period: day, dueAt, openUntil, about: { after } }]
      : [];
  });
}

/** The moments between which each person's mail of the morning may be handed over. */
function hoursOf({ day, settings, preferencesOf }: ReceiversOfDay): (personId: string) => OpenHours {
  // Many people, few hours.
  const at = onceEach((hour: number) => hourOn(day, hour));
  return (personId) => {
    const { from, until } = morningHours(settings.hour, preferencesOf(personId).hours);
    return { from: at(from), until: at(until) };
  };
}

/** The function, called once for each argument. */
function onceEach<K, V>(work: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    if (!known.has(key)) known.set(key, work(key));
    return known.get(key)!;
  };
}
