import { createHash } from 'node:crypto';
import { NestFactory } from '@nestjs/core';
import { AppModule, withClock, type Installation } from '../../../../composition/src/index.js';
import { followersOf } from '../../../../worker/src/index.js';
import { SettableClock } from '#platform/kernel';
import { openLog } from '#platform/observability';
import type { Cli } from '../../cli.js';
import { CommandFailed } from '../../exit-codes.js';
import { count, progressOn } from '../../terminal/progress.js';
import { untilFolded } from '../make-demo.js';
import { DEMO_MUNICIPALITY } from '../organisation.js';
import { appendTo } from './append-history.js';
import { simulateHistory, type HistoryWish } from './simulate-history.js';

/**
 * Makes a municipality of the given units in an empty log and folds the read models. A history that was broken off is
 * made to the end, with the day that it began with.
 * @throws CommandFailed when the log holds other data
 */
export async function makeHistory(
  installation: Installation,
  wish: HistoryWish,
  { terminal, signal }: Pick<Cli, 'terminal' | 'signal'>,
): Promise<void> {
  const began = performance.now();
  const asOf = await endOf(installation, wish);
  const clock = new SettableClock(asOf);
  const living = withClock(installation, clock);
  const progress = progressOn(terminal, 'Making the municipality');
  try {
    const append = appendTo(living.events, clock);
    const made = await simulateHistory(
      { ...wish, asOf, correlationId: correlationOf({ ...wish, asOf }) },
      async (events, share) => {
        await append(events, share);
        progress.at(Math.round(share * 1000), 1000, events[0]?.recordedAt.toISOString().slice(0, 10));
      },
      signal,
    );
    progress.end();
    await fold(living, { terminal, signal });
    const seconds = Math.round((performance.now() - began) / 1000);
    progress.end(
      `A municipality of ${count(wish.units.length)} units is made: ${count(made)} events in ${count(seconds)} s.`,
    );
  } finally {
    progress.end();
    await living.closeLog();
  }
}

/** Folds the read models; policies find that everything has been done. */
async function fold(living: Installation, { terminal, signal }: Pick<Cli, 'terminal' | 'signal'>): Promise<void> {
  const app = await NestFactory.createApplicationContext(AppModule.of(living), { abortOnError: false, logger: false });
  const followers = followersOf(living, app, openLog('silent'));
  const progress = progressOn(terminal, 'Folding the read models');
  const head = Number(await living.events.head());
  try {
    followers.start();
    await untilFolded(living, signal, {
      within: Infinity,
      onWaiting: async () => progress.at(await foldedBy(living), head, 'events'),
    });
  } finally {
    progress.end();
    await followers.stop();
    await app.close();
  }
}

/** Position that every read model and policy has reached. */
async function foldedBy({ dataSource }: Installation): Promise<number> {
  const rows = await dataSource.query<{ position: string | null }[]>(
    'select min(position) as position from log_follower',
  );
  return Number(rows[0]?.position ?? 0);
}

/** The wish as the events of a history carry it: `history/1/2026-11-22T06:00:00.000Z/10/3f2c…`. */
const correlationOf = ({ seed, asOf, years, units }: HistoryWish): string => {
  const digest = createHash('sha256').update(JSON.stringify(units)).digest('hex').slice(0, 16);
  return ['history', seed, asOf.toISOString(), years, digest].join('/');
};

/** The end of the history: now in an empty log, the earlier end where the same history was broken off. */
async function endOf({ events }: Installation, wish: HistoryWish): Promise<Date> {
  if ((await events.head()) === 0n) return wish.asOf;
  const municipality = await events.read(DEMO_MUNICIPALITY, `municipality-${DEMO_MUNICIPALITY}`);
  const correlation = municipality[0]?.metadata.correlationId ?? '';
  const asOf = new Date(correlation.split('/')[2] ?? '');
  const isSame = !Number.isNaN(asOf.getTime()) && correlation === correlationOf({ ...wish, asOf });
  const isWhole = municipality.some(({ type }) => type === 'registry.MunicipalityChanged');
  if (isSame && !isWhole) return asOf;
  throw new CommandFailed(
    'The database holds data already, and a municipality is made in an empty one only: choose another with SAMSPILL_DATA or DATABASE_URL. One that was broken off is made to the end with the same file, years and seed.',
  );
}
