import type { ReadSide } from '#platform/database';
import type { Clock } from '#platform/kernel';
import { indicatorWith, periodOf, type Breakdown, type PublishedIndicator } from '../contract/index.js';
import { PublicationRow } from '../read-models/publications/publication.entity.js';
import { FactsReader } from './facts-reader.js';
import { FinalFigures } from './final-figures-reader.js';
import { checksumOf, PROTECTION_VERSION, PublicationMaker } from './publication-maker.js';

/** A publication that is not what its facts give today. */
export interface PublicationDifference {
  readonly eventId: string;
  readonly period: string;
  readonly version: number;
  /** Numbers of the indicators that differ; empty where the checksum does not belong to the content. */
  readonly indicators: readonly number[];
}

/**
 * Computes every published figure of these tenants anew, as of the moment that it names, and compares; by default those of
 * every tenant, which a read side of the runner's login can read. Figures whose definition or protection has another
 * version today cannot be compared and are left out.
 */
export async function* publicationDifferences(
  readSide: ReadSide,
  clock: Clock,
  tenants?: readonly string[],
): AsyncGenerator<PublicationDifference> {
  const reader = new FactsReader(readSide, clock);
  const maker = new PublicationMaker(reader, new FinalFigures(reader), clock);
  for (const tenant of tenants ?? (await tenantsWith(readSide))) {
    const rows = await readSide.in(tenant, (tables) => tables.findBy(PublicationRow, { tenant }));
    for (const { eventId, period, version, publication, sha256 } of rows) {
      if (checksumOf(publication) !== sha256) yield { eventId, period, version, indicators: [] };
      const indicators: number[] = [];
      for (const published of publication.indicators.filter(isOfToday(publication.protection))) {
        const chosen = { indicator: published.indicator, by: published.by as Breakdown | null };
        const made = await maker.make(tenant, periodOf(period)!, [chosen], new Date(published.moment.asOf));
        const [again] = made.publication.indicators;
        const one = { ...publication, indicators: [published] };
        if (checksumOf(one) !== checksumOf({ ...one, indicators: [again!] })) indicators.push(published.indicator);
      }
      if (indicators.length > 0) yield { eventId, period, version, indicators };
    }
  }
}

const tenantsWith = async (readSide: ReadSide): Promise<readonly string[]> => {
  const rows = await readSide.in('', (tables) =>
    tables.query<{ tenant: string }[]>('select distinct tenant from statistics_publication order by tenant'),
  );
  return rows.map(({ tenant }) => tenant);
};

const isOfToday = (protection: number) => (published: PublishedIndicator) =>
  protection === PROTECTION_VERSION && indicatorWith(published.indicator)?.version === published.version;
