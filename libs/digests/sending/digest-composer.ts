import { Injectable } from '@nestjs/common';
import { dayOf, type CalendarDate } from '#platform/kernel';
import type { EarlierReads } from '#platform/streams';
import { MailComposer, type Composition, type Dispatch, type SharedReadings } from '#platform/mail';
import type { News } from '#news/contract';
import type { DigestWeek } from '../contract/index.js';
import type { DecisionLine } from '../domain/content/decisions.js';
import { digestMail } from '../rendering/digest-mail.js';
import { AnswerLinks } from './answer-links.js';
import { AwaitedDecisions } from './awaited-decisions.js';
import { DailyComposer } from './daily-composer.js';
import { DigestFactory, type DigestsOfMoment } from './digest-factory.js';
import { KeptDigests } from './kept-digests.js';
import { mailTo } from './mail-to.js';
import { UncomposedMorningMails } from './uncomposed-morning-mails.js';
import { StopLinks } from './stop-links.js';
import { tellsAfter } from './told-in-mail.js';
import { ToldByMail } from './told-by-mail.js';
import { UntoldNews } from './untold-news.js';

/** Facts of which the digests of one run are composed. */
interface Composing {
  readonly digests: DigestsOfMoment;
  readonly reads: EarlierReads;
  readonly now: Date;
  readonly readings: SharedReadings;
}

/** News and decisions that no earlier mail has told the receiver. */
interface Untold {
  readonly news: readonly News[];
  readonly decisions: readonly DecisionLine[];
}

/** The week of a digest, of which `2026-W48#2` is the second copy. */
const weekIn = (period: string): DigestWeek => period.split('#')[0] as DigestWeek;

/**
 * The weekly digest. It is an event first, and the mail is rendered from the event, so that a digest that is composed
 * again is the same mail. Added when it is composed are links by which the receiver answers without signing in, which are
 * secrets that no event holds (ADR 0333), and decisions that wait that morning. `digest-again` is one that was made
 * before, as it was. Somebody who gets no digest any more gets the daily mail in its place, so that what the ladder told
 * that day is not lost.
 */
@Injectable()
export class DigestComposer extends MailComposer {
  readonly kinds = ['digest', 'digest-again'];

  constructor(
    private readonly factory: DigestFactory,
    private readonly daily: DailyComposer,
    private readonly kept: KeptDigests,
    private readonly news: UntoldNews,
    private readonly decisions: AwaitedDecisions,
    private readonly told: ToldByMail,
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
    const again = all.filter(({ kind }) => kind === 'digest-again');
    const first = all.filter(({ kind }) => kind === 'digest');
    const { composed, others } = await this.uncomposed.divide(tenant, first, now, readings);
    const due = [...again, ...composed];
    if (due.length === 0) return others;
    const digests = await readings.once(this, () => this.factory.at(tenant, dayOf(now), now));
    if (!digests) return new Map(all.map(({ dispatchId }) => [dispatchId, { nothing: true }]));
    const taken = await this.newsFor(tenant, due, digests, readings);
    const firsts = composed.filter(({ personId }) => digests.receiver(personId));
    const decisions = await this.decisions.take(tenant, firsts, digests.receivers, readings);
    const reads = await this.kept.readsFor(
      tenant,
      due.map(({ personId, period }) => ({ personId, week: weekIn(period) })),
    );
    const facts = { digests, reads, now, readings };
    // All together, so that their events are appended together.
    const compositions = await Promise.all(
      due.map(async (dispatch) => {
        const { dispatchId } = dispatch;
        const untold = { news: taken.get(dispatchId) ?? [], decisions: decisions.get(dispatchId) ?? [] };
        return [dispatchId, await this.one(tenant, dispatch, facts, untold)] as const;
      }),
    );
    return new Map([...others, ...compositions]);
  }

  private async newsFor(tenant: string, due: readonly Dispatch[], digests: DigestsOfMoment, readings: SharedReadings) {
    const everyone = await this.news.of(tenant, digests.receivers.day, due, readings);
    const { activePerson, preferencesOf } = digests.receivers;
    const mails = due
      .filter(({ kind, personId }) => kind === 'digest' && activePerson(personId)?.email)
      .filter(({ personId }) => preferencesOf(personId).wantsNews && digests.receiver(personId))
      .map(({ dispatchId, personId }) => ({ dispatchId, personId, news: everyone.get(personId) ?? [] }));
    return this.told.take(tenant, mails);
  }

  private async one(
    tenant: string,
    dispatch: Dispatch,
    facts: Composing,
    { news, decisions }: Untold,
  ): Promise<Composition> {
    const { kind, personId, period, about } = dispatch;
    const { digests, reads } = facts;
    const person = digests.receivers.activePerson(personId);
    if (!person) return { nothing: true };
    if (person.email === null) return { noAddress: true };
    const week = weekIn(period);
    const made =
      kind === 'digest' && digests.receiver(personId)
        ? await this.kept.keep(
            tenant,
            digests.make({ personId, week, dueOn: about['dueOn'] as CalendarDate, news }),
            reads,
          )
        : await this.kept.of(tenant, personId, week);
    if (!made) return kind === 'digest' ? this.dailyInstead(tenant, dispatch, facts) : { nothing: true };
    const { digest } = made;
    const answers = digests.receivers.settings.answersByLink
      ? this.answerLinks.urlsIn(tenant, personId, digests.told(personId), digests.receivers.day)
      : undefined;
    const mail = answers || decisions.length > 0 ? digestMail(digest, { answerUrlOf: answers, decisions }) : made.mail;
    const isVoluntary = digest.roles.every((role) => role === 'unit-leader');
    const unsubscribe = () => ({ url: this.stopLinks.urlOf({ tenant, personId, what: 'digest' }) });
    return mailTo(person, digest.language, mail, isVoluntary ? { unsubscribe: unsubscribe() } : {});
  }

  private async dailyInstead(tenant: string, dispatch: Dispatch, { now, readings }: Composing): Promise<Composition> {
    const { dispatchId } = dispatch;
    const daily = { ...dispatch, kind: 'daily', period: dayOf(now), about: { after: tellsAfter(dispatch) } };
    return (await this.daily.compose(tenant, [daily], now, readings)).get(dispatchId)!;
  }
}
