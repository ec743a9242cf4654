import { Injectable } from '@nestjs/common';
import { dayOf, type CalendarDate } from '#platform/kernel';
import { SignedLinks } from '#platform/identity';
import { MailComposer, type Composition, type Dispatch, type SharedReadings } from '#platform/mail';
import { AlertLadder, type ToldStep } from '#alerts/contract';
import type { News } from '#news/contract';
import type { DecisionLine } from '../domain/content/decisions.js';
import { MOST_LINES, needsOf, newsLine } from '../domain/content/lines.js';
import { MailLinks } from '../rendering/mail-links.js';
import { dailyMail, type ShortMail } from '../rendering/short-mails.js';
import { AnswerLinks } from './answer-links.js';
import { AwaitedDecisions } from './awaited-decisions.js';
import { MailReceivers, type ReceiversOfDay } from './mail-receivers.js';
import { mailTo } from './mail-to.js';
import { UncomposedMorningMails } from './uncomposed-morning-mails.js';
import { StopLinks } from './stop-links.js';
import { daysOf } from './told-in-mail.js';
import { ToldByMail } from './told-by-mail.js';
import { UntoldNews } from './untold-news.js';

interface StepsOfMoment {
  readonly today: CalendarDate;
  /** By the days on which they were told. */
  readonly known: Map<string, Promise<ReadonlyMap<string, readonly ToldStep[]>>>;
  /** Everybody in the municipality. */
  readonly people: ReceiversOfDay['people'] | undefined;
}

interface ToldToday {
  readonly told: readonly ToldStep[];
  readonly decisions: readonly DecisionLine[];
  readonly news: readonly News[];
}

/**
 * The daily mail: what the ladder told on its day, or since the last mail of which nothing is lost, and is still open;
 * and decisions that wait, and news, that no mail has told.
 */
@Injectable()
export class DailyComposer extends MailComposer {
  readonly kinds = ['daily'];

  constructor(
    private readonly receivers: MailReceivers,
    private readonly ladder: AlertLadder,
    private readonly news: UntoldNews,
    private readonly decisions: AwaitedDecisions,
    private readonly told: ToldByMail,
    private readonly links: SignedLinks,
    private readonly stopLinks: StopLinks,
    private readonly answerLinks: AnswerLinks,
    private readonly uncomposed: UncomposedMorningMails,
  ) {
    super();
  }

  async compose(
    tenant: string,
    all: readonly Dispatch[],
    now: Date,
    readings: SharedReadings,
  ): Promise<ReadonlyMap<string, Composition>> {
    const { composed: due, others } = await this.uncomposed.divide(tenant, all, now, readings);
    if (due.length === 0) return others;
    const today = dayOf(now);
    const { receivers, told } = await readings.once(this, async () => ({
      receivers: await this.receivers.on(tenant, today),
      told: new Map<string, Promise<ReadonlyMap<string, readonly ToldStep[]>>>(),
    }));
    const [news, steps] = await Promise.all([
      this.news.of(tenant, today, due, readings),
      this.stepsOf(tenant, due, { today, known: told, people: receivers?.people }),
    ]);
    if (!receivers) return new Map(all.map(({ dispatchId }) => [dispatchId, { nothing: true }]));
    const reachable = due.filter(({ personId }) => receivers.activePerson(personId)?.email);
    const decisions = await this.decisions.take(tenant, due, receivers, readings);
    const taken = await this.told.take(
      tenant,
      reachable
        .filter(({ personId }) => receivers.preferencesOf(personId).wantsNews)
        .map(({ dispatchId, personId }) => ({ dispatchId, personId, news: news.get(personId) ?? [] })),
    );
    const composed = due.map((dispatch) => {
      const { dispatchId, personId } = dispatch;
      const told = steps.get(keyOf(dispatch))?.get(personId) ?? [];
      const mail = this.mailOf(tenant, dispatch, receivers, {
        told,
        decisions: decisions.get(dispatchId) ?? [],
        news: taken.get(dispatchId) ?? [],
      });
      return [dispatchId, mail] as const;
    });
    return new Map([...others, ...composed]);
  }

  /**
   * The steps that were told on the days of the mails, which are the same for most of them; read once for several batches.
   */
  private async stepsOf(tenant: string, due: readonly Dispatch[], { today, known, people }: StepsOfMoment) {
    const days = new Map(due.map((dispatch) => [keyOf(dispatch), daysOf(dispatch)]));
    const told = await Promise.all(
      [...days].map(async ([key, each]) => {
        const reading = known.get(key) ?? this.ladder.toldWithin(tenant, each, today, people);
        known.set(key, reading);
        return [key, await reading] as const;
      }),
    );
    return new Map(told);
  }

  private mailOf(
    tenant: string,
    { personId }: Dispatch,
    receivers: ReceiversOfDay,
    { told, decisions, news }: ToldToday,
  ): Composition {
    const person = receivers.activePerson(personId);
    if (!person) return { nothing: true };
    if (person.email === null) return { noAddress: true };
    if (told.length + decisions.length + news.length === 0) return { nothing: true };
    const needs = needsOf(told);
    const rendered = dailyMail(
      shortMail(receivers, personId, this.links.origin),
      {
        needs: { shown: needs.slice(0, MOST_LINES), count: needs.length },
        decisions,
        news: { shown: news.slice(0, MOST_LINES).map((item) => newsLine(item, personId)), count: news.length },
      },
      receivers.settings.answersByLink ? this.answerLinks.urlsIn(tenant, personId, told, receivers.day) : undefined,
    );
    const isOnlyNews = told.length + decisions.length === 0;
    const unsubscribe = { url: this.stopLinks.urlOf({ tenant, personId, what: 'news' }) };
    return mailTo(person, receivers.languageOf(personId), rendered, isOnlyNews ? { unsubscribe } : {});
  }
}

function keyOf(dispatch: Dispatch): string {
  const { after, until } = daysOf(dispatch);
  return `${after} ${until}`;
}

/** Words, names and addresses with which short mails to a person are written. */
export const shortMail = (
  { day, municipality, languageOf, nameOf }: ReceiversOfDay,
  personId: string,
  origin: string,
): ShortMail => ({
  day,
  municipality,
  language: languageOf(personId),
  links: new MailLinks(origin),
  nameOf: (id) => nameOf(id) ?? null,
});
