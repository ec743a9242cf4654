import { Injectable } from '@nestjs/common';
import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { ReadSide } from '#platform/database';
import type { Asker } from '#platform/identity';
import { refuse, type CalendarDate } from '#platform/kernel';
import { Directory, nameOn } from '#registry/contract';
import { indicatorWith, periodOf, type Breakdown } from '../../contract/index.js';
import { PublicationMaker, type Chosen } from '../../facts/publication-maker.js';
import { wrongChoice } from '../../facts/wrong-choice.js';
import { PublicationRow } from './publication.entity.js';

const headingOf = ({ period, version, reason, publishedOn, sha256 }: PublicationRow) => ({
  period,
  version,
  reason,
  publishedOn,
  sha256,
});

/** Every version of a municipality's publications, the latest first. */
@Injectable()
export class PublicationReader {
  constructor(private readonly readSide: ReadSide) {}

  async of(tenant: string, period?: string): Promise<readonly PublicationRow[]> {
    const rows = await this.readSide.in(tenant, (tables) =>
      tables.findBy(PublicationRow, { tenant, ...(period !== undefined && { period }) }),
    );
    const until = (row: PublicationRow) => periodOf(row.period)?.to ?? '';
    return rows.toSorted((a, b) => (until(a) === until(b) ? b.version - a.version : until(a) < until(b) ? 1 : -1));
  }
}

/** Asks what a publication would show and hide, for the one who publishes. */
export class PreviewPublication extends Query<object> {
  constructor(
    readonly period: string,
    readonly chosen: readonly Chosen[],
    readonly asker: Asker,
  ) {
    super();
  }
}

@QueryHandler(PreviewPublication)
export class PreviewPublicationHandler implements IQueryHandler<PreviewPublication> {
  constructor(
    private readonly maker: PublicationMaker,
    private readonly reader: PublicationReader,
  ) {}

  async execute({ period, chosen, asker: { tenant } }: PreviewPublication) {
    const wrong = wrongChoice(chosen);
    if (wrong) return wrong;
    const [made, published] = await Promise.all([
      this.maker.make(tenant, periodOf(period)!, chosen),
      this.reader.of(tenant, period),
    ]);
    const plain = (figure: (typeof made.raw)[number]['whole']) =>
      'hidden' in figure
        ? figure
        : { numerator: figure.numerator, denominator: figure.denominator, value: figure.value };
    return {
      publication: made.publication,
      sha256: made.sha256,
      raw: made.raw.map(({ whole, parts, marks }) => ({
        whole: plain(whole),
        parts: parts?.map(({ key, figure }) => ({ key, figure: plain(figure) })) ?? null,
        marks,
      })),
      versions: published.length,
    };
  }
}

/** A municipality's publications: for everybody. */
export class ListPublications extends Query<object> {
  constructor(
    readonly municipality: string,
    readonly today: CalendarDate,
  ) {
    super();
  }
}

@QueryHandler(ListPublications)
export class ListPublicationsHandler implements IQueryHandler<ListPublications> {
  constructor(
    private readonly reader: PublicationReader,
    private readonly directory: Directory,
  ) {}

  async execute({ municipality: tenant, today }: ListPublications) {
    const [about, publications] = await Promise.all([this.directory.municipality(tenant), this.reader.of(tenant)]);
    // Whether a municipality uses Samspill is not told before it publishes something.
    if (!about || publications.length === 0) return refuse('NOT_FOUND');
    return { municipality: nameOn(about, today), publications: publications.map(headingOf) };
  }
}

/** Asks what the asker's own municipality has published. */
export class ListOwnPublications extends Query<object> {
  constructor(readonly asker: Pick<Asker, 'tenant' | 'today'>) {
    super();
  }
}

/** Figures of the latest publication that a start page names. */
const NAMED = 4;

@QueryHandler(ListOwnPublications)
export class ListOwnPublicationsHandler implements IQueryHandler<ListOwnPublications> {
  constructor(
    private readonly reader: PublicationReader,
    private readonly directory: Directory,
  ) {}

  async execute({ asker: { tenant, today } }: ListOwnPublications) {
    const [about, publications] = await Promise.all([this.directory.municipality(tenant), this.reader.of(tenant)]);
    return {
      municipality: about ? nameOn(about, today) : tenant,
      publications: publications.map(headingOf),
      latest: publications[0] ? sharesIn(publications[0]) : null,
    };
  }
}

/** The published shares as a whole, in the order of the publication. */
const sharesIn = ({ publication }: PublicationRow) =>
  publication.indicators
    .flatMap(({ indicator: id, whole: figure }) => {
      const indicator = indicatorWith(id);
      return indicator?.measure === 'share' ? [{ indicator: id, name: indicator.name, figure }] : [];
    })
    .slice(0, NAMED);

/** One publication: the latest version of a period, or an earlier one. */
export class ReadPublication extends Query<object> {
  constructor(
    readonly municipality: string,
    readonly period: string,
    readonly version: number | undefined,
    readonly today: CalendarDate,
  ) {
    super();
  }
}

@QueryHandler(ReadPublication)
export class ReadPublicationHandler implements IQueryHandler<ReadPublication> {
  constructor(
    private readonly reader: PublicationReader,
    private readonly directory: Directory,
  ) {}

  async execute({ municipality: tenant, period, version, today }: ReadPublication) {
    const about = await this.directory.municipality(tenant);
    const versions = about ? await this.reader.of(tenant, period) : [];
    const row = version === undefined ? versions[0] : versions.find((it) => it.version === version);
    if (!about || !row) return refuse('NOT_FOUND');
    return {
      municipality: nameOn(about, today),
      ...headingOf(row),
      publication: row.publication,
      versions: versions.map(headingOf),
    };
  }
}

/** `2,7:unit` as choices. */
export const choicesIn = (text: string): readonly Chosen[] =>
  text.split(',').map((one) => {
    const [indicator, by = null] = one.split(':');
    return { indicator: Number(indicator), by: by as Breakdown | null };
  });
