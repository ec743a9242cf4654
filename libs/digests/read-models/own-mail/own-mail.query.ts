import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Page, Paging } from '#platform/http';
import type { Asker } from '#platform/identity';
import { CLOCK, refuse, type Clock } from '#platform/kernel';
import { MeetingNews } from '#news/contract';
import { digestWeekOf, type DigestWeek } from '../../contract/index.js';
import { isDigestMandatory } from '../../domain/content/reach.js';
import { digestDifferences } from '../../rendering/digest-checksum.js';
import { digestMail } from '../../rendering/digest-mail.js';
import { DigestFactory } from '../../sending/digest-factory.js';
import { MailReceivers } from '../../sending/mail-receivers.js';
import { ToldNews } from '../../sending/told-news.js';
import { digestIdOf, DigestStreams } from '../../streams/digest.streams.js';
import { PreferencesStreams } from '../../streams/preferences.streams.js';
import { DigestsReader } from '../made-digest/digests-reader.js';
import type { MadeDigestRow } from '../made-digest/made-digest.entity.js';

/** The asker's choices about mail. */
export class ReadPreferences extends Query<object> {
  constructor(readonly asker: Asker) {
    super();
  }
}

@QueryHandler(ReadPreferences)
export class ReadPreferencesHandler implements IQueryHandler<ReadPreferences> {
  constructor(
    private readonly preferences: PreferencesStreams,
    private readonly receivers: MailReceivers,
  ) {}

  async execute({ asker: { tenant, personId, roles, today } }: ReadPreferences) {
    const [{ state, revision }, receivers] = await Promise.all([
      this.preferences.load(personId, tenant),
      this.receivers.on(tenant, today),
    ]);
    if (!receivers) return refuse('NOT_FOUND');
    const isMandatory = isDigestMandatory(roles);
    const { weekday, hour } = receivers.settings;
    const { language } = receivers;
    return {
      revision: String(revision),
      chosen: state.chosen,
      isDigestMandatory: isMandatory,
      getsDigest: isMandatory || (state.chosen.wantsDigest && roles.some(({ role }) => role === 'unit-leader')),
      municipality: { language, digestWeekday: weekday, hour },
    };
  }
}

/** Digests of a person, latest first. */
export class ListDigests extends Query<Page<object>> {
  constructor(
    readonly personId: string,
    readonly paging: Paging,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ListDigests)
export class ListDigestsHandler implements IQueryHandler<ListDigests> {
  constructor(private readonly digests: DigestsReader) {}

  async execute({ personId, paging, asker: { tenant } }: ListDigests) {
    const { items, total } = await this.digests.of(tenant, personId, paging);
    return { items: items.map(listed), total, ...paging };
  }
}

const listed = ({ week, madeOn, needsCount, isLate, resentOn }: MadeDigestRow) => ({
  week,
  on: madeOn,
  needs: needsCount,
  isLate,
  resentOn,
});

/** The asker's digest of a week, rendered from its event as it was sent. */
export class ReadDigest extends Query<object> {
  constructor(
    readonly week: DigestWeek,
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(ReadDigest)
export class ReadDigestHandler implements IQueryHandler<ReadDigest> {
  constructor(
    private readonly streams: DigestStreams,
    private readonly digests: DigestsReader,
  ) {}

  async execute({ week, asker: { tenant, personId } }: ReadDigest) {
    const { made } = (await this.streams.load(digestIdOf(personId, week), tenant)).state;
    if (!made) return { week, made: null };
    const mail = digestMail(made);
    const row = await this.digests.one(tenant, personId, week);
    const isAsSent = digestDifferences(made).length === 0;
    return { week, made: { on: made.on, ...mail, isAsSent, resentOn: row?.resentOn ?? [] } };
  }
}

/** The asker's digest of this week as it would be now; nothing is kept. */
export class PreviewDigest extends Query<object> {
  constructor(readonly asker: Asker) {
    super();
  }
}

@QueryHandler(PreviewDigest)
export class PreviewDigestHandler implements IQueryHandler<PreviewDigest> {
  constructor(
    private readonly factory: DigestFactory,
    private readonly news: MeetingNews,
    private readonly told: ToldNews,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ asker: { tenant, personId, today } }: PreviewDigest) {
    const week = digestWeekOf(today);
    const digests = await this.factory.at(tenant, today, this.clock.now());
    if (!digests?.receiver(personId)) return { week, mail: null };
    const news = await this.news.of(tenant, personId, today, await this.told.known(tenant));
    return { week, mail: digestMail(digests.make({ personId, week, dueOn: today, news })) };
  }
}
