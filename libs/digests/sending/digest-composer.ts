import { Injectable } from '@nestjs/common';
import { dayOf, stableId, type CalendarDate } from '#platform/kernel';
import { MailComposer, type Composition, type Dispatch } from '#platform/mail';
import { MeetingNews, type News } from '#news/contract';
import type { DigestWeek, MadeDigest } from '../contract/index.js';
import { digestMail } from '../rendering/digest-mail.js';
import { DigestStreams, digestIdOf } from '../streams/digest.streams.js';
import { DigestFactory, type DigestsOfMoment } from './digest-factory.js';
import { mailTo } from './mail-to.js';
import { StopLinks } from './stop-links.js';
import { ToldNews } from './told-news.js';

/** Digests that are kept at the same time. */
const AT_ONCE = 16;

/**
 * The weekly digest. It is an event first, and the mail is rendered from the event, so that a digest that is composed
 * again is the same mail. `digest-again` is one that was made before, as it was.
 */
@Injectable()
export class DigestComposer extends MailComposer {
  readonly kinds = ['digest', 'digest-again'];

  constructor(
    private readonly factory: DigestFactory,
    private readonly streams: DigestStreams,
    private readonly news: MeetingNews,
    private readonly told: ToldNews,
    private readonly stopLinks: StopLinks,
  ) {
    super();
  }

  async compose(tenant: string, due: readonly Dispatch[], now: Date): Promise<ReadonlyMap<string, Composition>> {
    const day = dayOf(now);
    const digests = await this.factory.at(tenant, day, now);
    const compositions = new Map<string, Composition>();
    if (!digests) return new Map(due.map(({ dispatchId }) => [dispatchId, { nothing: true }]));
    const taken = await this.newsFor(tenant, due, day, digests);
    const waiting = due.values();
    const work = async () => {
      for (const dispatch of waiting)
        compositions.set(
          dispatch.dispatchId,
          await this.one(tenant, dispatch, digests, taken.get(dispatch.dispatchId)),
        );
    };
    await Promise.all(Array.from({ length: Math.min(AT_ONCE, due.length) }, work));
    return compositions;
  }

  private async newsFor(tenant: string, due: readonly Dispatch[], day: CalendarDate, digests: DigestsOfMoment) {
    const everyone = await this.news.ofEveryone(tenant, day, await this.told.known(tenant, due));
    const { activePerson, preferencesOf } = digests.receivers;
    const mails = due
      .filter(({ kind, personId }) => kind === 'digest' && activePerson(personId)?.email)
      .filter(({ personId }) => preferencesOf(personId).wantsNews && digests.receiver(personId))
      .map(({ dispatchId, personId }) => ({ dispatchId, personId, news: everyone.get(personId) ?? [] }));
    return this.told.take(tenant, mails);
  }

  private async one(
    tenant: string,
    { kind, personId, period, about }: Dispatch,
    digests: DigestsOfMoment,
    news: readonly News[] = [],
  ): Promise<Composition> {
    const person = digests.receivers.activePerson(personId);
    if (!person) return { nothing: true };
    if (person.email === null) return { noAddress: true };
    const week = period.split('#')[0] as DigestWeek;
    const made =
      kind === 'digest'
        ? await this.made(tenant, { personId, week, dueOn: about['dueOn'] as CalendarDate, news }, digests)
        : (await this.streams.load(digestIdOf(personId, week), tenant)).state.made;
    if (!made) return { nothing: true };
    const isVoluntary = made.roles.every((role) => role === 'unit-leader');
    const unsubscribe = { url: this.stopLinks.urlOf({ tenant, personId, what: 'digest' }) };
    return mailTo(person, made.language, digestMail(made), isVoluntary ? { unsubscribe } : {});
  }

  /** The digest of the week: the one made before, by any worker, otherwise a new one; null for somebody who gets none. */
  private async made(
    tenant: string,
    wanted: Parameters<DigestsOfMoment['make']>[0],
    digests: DigestsOfMoment,
  ): Promise<MadeDigest | null> {
    const id = digestIdOf(wanted.personId, wanted.week);
    const commandId = stableId('digest', tenant, id);
    let mine: MadeDigest | null = null;
    const outcome = await this.streams.run(
      id,
      ({ state }) => {
        mine = null;
        if (!state.made) mine = digests.receiver(wanted.personId) && digests.make(wanted);
        // Of a digest that exists the decider keeps the first.
        const digest = state.made ?? mine;
        return Promise.resolve(digest ? { type: 'MakeDigest', digest } : { refused: [{ rule: 'NO_DIGEST' }] as const });
      },
      { tenant, actor: 'system:digests', commandId, request: commandId, correlationId: commandId },
    );
    if ('refused' in outcome) return null;
    return mine ?? (await this.streams.load(id, tenant)).state.made;
  }
}
