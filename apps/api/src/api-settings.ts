import type { Environment } from '#platform/environment';
import type { LiveOptions } from '#platform/live';
import type { HealthPart, Log, Measured } from '#platform/observability';
import type { Freshness } from '#platform/projections';

/** What the API is told beside the installation that it opens to the street. */
export interface ApiSettings {
  readonly environment: Pick<Environment, 'production' | 'sessionKey' | 'dataFolder' | 'origin'>;
  readonly log: Log;
  readonly freshness: Freshness;
  /** Folder of the built pages; not given where only the API is wanted. */
  readonly pages?: string;
  /** What must work before requests are taken. */
  readonly health: readonly HealthPart[];
  /** What Prometheus may ask beside the requests themselves. */
  readonly measures: readonly Measured[];
  /** Other than the usual times and limits of live streams: for specifications. */
  readonly live?: Partial<LiveOptions>;
}
