import type { Environment } from '#platform/environment';
import type { LiveOptions } from '#platform/live';
import type { HealthPart, Log, Measured } from '#platform/observability';
import type { Freshness } from '#platform/projections';

/** Settings of the API beyond the installation that it serves. */
export interface ApiSettings {
  readonly environment: Pick<
    Environment,
    | 'production'
    | 'sessionKey'
    | 'previousSessionKey'
    | 'dataFolder'
    | 'origin'
    | 'oidc'
    | 'rates'
    | 'trustedProxies'
    | 'securityContact'
  >;
  readonly log: Log;
  readonly freshness: Freshness;
  /** Folder of the built pages; undefined when only the API is served. */
  readonly pages?: string;
  /** Parts that must work before requests are accepted. */
  readonly health: readonly HealthPart[];
  /** Metrics for Prometheus in addition to those of the requests. */
  readonly measures: readonly Measured[];
  /** Overrides the usual timings and limits of live streams; for specifications. */
  readonly live?: Partial<LiveOptions>;
}
