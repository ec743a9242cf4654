import { Inject } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import type { Page, Paging } from '#platform/http';
import type { Asker } from '#platform/identity';
import { CLOCK, type Clock } from '#platform/kernel';
import { MeetingNews } from '#news/contract';
import { digestWeekOf, type DigestContent, type DigestWeek } from '../../contract/index.js';
import { digestDifferences } from '../../rendering/digest-checksum.js';
import { digestDocument, digestMail } from '../../rendering/digest-mail.js';
import { DigestFactory } from '../../sending/digest-factory.js';
import { ToldByMail } from '../../sending/told-by-mail.js';
import { digestIdOf, DigestStreams } from '../../streams/digest.streams.js';
import { DigestsReader } from '../made-digest/digests-reader.js';
import type { MadeDigestRow } from '../made-digest/made-digest.entity.js';
import { DigestMails, type DigestDelivery } from './digest-mails.js';
import { shownDigest } from './shown-digest.js';

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
  constructor(
    private readonly digests: DigestsReader,
    private readonly mails: DigestMails,
  ) {}

  async execute({ personId, paging, asker: { tenant } }: ListDigests) {
    const { items, total } = await this.digests.of(tenant, personId, paging);
    const deliveryOf = await this.mails.of(tenant, personId, items);
    return { items: items.map((row) => listed(row, deliveryOf(row.week))), total, ...paging };
  }
}

const listed = ({ week, madeOn, needsCount, isLate, resentOn }: MadeDigestRow, delivery: DigestDelivery | null) => ({
  week,
  on: madeOn,
  needs: needsCount,
  isLate,
  delivery,
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
    private readonly mails: DigestMails,
  ) {}

  async execute({ week, asker: { tenant, personId } }: ReadDigest) {
    const { made } = (await this.streams.load(digestIdOf(personId, week), tenant)).state;
    if (!made) return { week, made: null };
    const [row, kept] = await Promise.all([
      this.digests.one(tenant, personId, week),
      this.mails.one(tenant, personId, week),
    ]);
    const isAsSent = digestDifferences(made).length === 0;
    const { on, isLate } = made;
    return { week, made: { on, isLate, ...rendered(made), isAsSent, ...kept, resentOn: row?.resentOn ?? [] } };
  }
}

const rendered = (content: DigestContent) => ({
  ...digestMail(content),
  shown: shownDigest(content, digestDocument(content)),
});

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
    private readonly told: ToldByMail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async execute({ asker: { tenant, personId, today } }: PreviewDigest) {
    const week = digestWeekOf(today);
    const digests = await this.factory.at(tenant, today, this.clock.now());
    if (!digests?.receiver(personId)) return { week, mail: null };
    const news = await this.news.of(tenant, personId, today, await this.told.known(tenant));
    return { week, mail: rendered(digests.make({ personId, week, dueOn: today, news }).digest) };
  }
}
