import type { INestApplicationContext } from '@nestjs/common';
import { streamsOf, type Installation } from '../../composition/src/index.js';
import type { Report } from '#platform/followers';
import type { Log } from '#platform/observability';
import { LogFollowers } from '#platform/worker';

/** The read models and policies of an installation, not yet started. */
export const followersOf = (
  installation: Installation,
  app: Pick<INestApplicationContext, 'get'>,
  log: Log,
): LogFollowers =>
  new LogFollowers({
    source: installation.dataSource,
    events: installation.events,
    catalog: installation.catalog,
    readModels: installation.readModels,
    policies: installation.policies,
    streams: streamsOf(app, installation),
    freshness: installation.freshness,
    report: reportTo(log),
  });

/** Logs reports of followers: names, positions and codes. */
const reportTo =
  (log: Log): Report =>
  ({ what, ...rest }) => {
    const isBad = what === 'fault' || what === 'stopped' || what === 'halted';
    // Positions are bigints, which JSON cannot represent.
    const fields = 'position' in rest ? { ...rest, position: String(rest.position) } : rest;
    log[isBad ? 'error' : 'info']({ from: 'followers', what, ...fields }, `follower: ${what}`);
  };
