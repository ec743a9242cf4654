import type { INestApplicationContext } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { Client } from 'pg';
import type { Asker } from '#platform/identity';
import { schoolYearOf, stableId } from '#platform/kernel';
import { ReadCoordinatorStart } from '#alerts';
import { ExplainFigure, ReadFigures } from '#statistics';
import { indicatorNumbered, INDICATORS, schoolYearPeriod } from '#statistics/contract';
import type { BenchApplication } from './bench-application.js';
import { median, milliseconds, percentile, type BenchContext } from './bench-output.js';
import { floorOf } from './statistics-floors.js';
import type { PageRow, StatisticsRow, WhatRow } from './statistics-rows.js';
import { TODAY } from './ten-school-years.js';

export interface Asked {
  /** Reads the tables without Samspill. */
  readonly plain: Client;
  readonly tenant: string;
  readonly coordinator: string;
  readonly now: Date;
  readonly rounds: number;
  readonly progress: BenchContext['progress'];
}

type InApplication = <T>(work: (application: BenchApplication) => Promise<T>) => Promise<T>;

const WARM_UP = 5;
const DAYS_AGO = 60;
const period = schoolYearPeriod(schoolYearOf(TODAY));
/** Made of meetings, of both, and of actions. */
const SOME = [2, 13, 18];

/** The start page and every indicator: now, as of a moment, after an event, explained, and the SQL, in turn. */
export async function measureQuestions(app: INestApplicationContext, asked: Asked): Promise<StatisticsRow[]> {
  const queries = app.get(QueryBus, { strict: false });
  const asker = askerOf(asked);
  const rows: StatisticsRow[] = [];
  asked.progress('The start page …');
  const start = await inTurn(asked.rounds, { page: () => queries.execute(new ReadCoordinatorStart(asker)) });
  rows.push({ page: 'coordinator-start', asOf: false, ...timesOf(start.page), floorP50Ms: 0 });
  for (const { id } of INDICATORS) {
    asked.progress(`Indicator ${id} …`);
    rows.push(...(await measureIndicator(id, queries, asker, asked)));
  }
  return rows;
}

async function measureIndicator(id: number, queries: QueryBus, asker: Asker, asked: Asked): Promise<StatisticsRow[]> {
  const then = new Date(asked.now.getTime() - DAYS_AGO * 86_400_000).toISOString();
  const floor = floorOf(id);
  const explain = new ExplainFigure(id, { page: 1, size: 50 }, asker);
  const times = await inTurn(asked.rounds, {
    now: () => queries.execute(byMonth(id, asker)),
    asOf: () => queries.execute(byMonth(id, asker, then)),
    floor: () =>
      floor === undefined ? undefined : asked.plain.query(floor, [asked.tenant, period.from, period.to, TODAY]),
    whole: () => queries.execute(new ReadFigures([id], {}, asker)),
    explain: () => queries.execute(explain),
  });
  const afterEvent = SOME.includes(id)
    ? await inTurn(Math.min(asked.rounds, 20), {
        event: () => happen(asked),
        question: () => queries.execute(byMonth(id, asker)),
      })
    : undefined;
  const floorP50Ms = floor === undefined ? 0 : milliseconds(median(times.floor));
  const pages: PageRow[] = [
    { page: id, asOf: false, ...timesOf(times.now), floorP50Ms },
    { page: id, asOf: true, ...timesOf(times.asOf), floorP50Ms },
  ];
  return [
    ...pages,
    { what: 'explain', page: id, ...timesOf(times.explain), ratio: median(times.explain) / median(times.whole) },
    ...(afterEvent ? [{ what: 'after-event' as const, page: id, ...timesOf(afterEvent.question) }] : []),
  ];
}

/** The first question of an application that has just started, which remembers nothing. */
export async function measureFirstQuestions(inApplication: InApplication, asked: Asked): Promise<WhatRow[]> {
  const asker = askerOf(asked);
  const rows: WhatRow[] = [];
  for (const id of SOME) {
    asked.progress(`Indicator ${id}, first of a process …`);
    const times: number[] = [];
    for (let round = 0; round < 3; round += 1)
      times.push(
        await inApplication(async ({ app }) => {
          const queries = app.get(QueryBus, { strict: false });
          // Connects, and loads what is not about facts.
          await queries.execute(new ReadCoordinatorStart({ ...asker, tenant: '0000' })).catch(() => undefined);
          return timed(() => queries.execute(byMonth(id, asker)));
        }),
      );
    rows.push({ what: 'first-of-process', page: id, p50Ms: milliseconds(median(times)) });
  }
  return rows;
}

/** As the page asks for a chart. */
function byMonth(id: number, asker: Asker, asOf?: string): ReadFigures {
  const by = indicatorNumbered(id).by.includes('month') ? ({ by: 'month' } as const) : {};
  return new ReadFigures([id], { ...by, ...(asOf !== undefined && { asOf }) }, asker);
}

/** As if an event had changed a meeting and an action of the year: what a process remembers is behind by these rows. */
async function happen({ plain, tenant, now }: Asked): Promise<void> {
  for (const table of ['statistics_meeting', 'statistics_action'])
    await plain.query(
      `update ${table} set position = 1 + (select max(position) from ${table} where tenant = $1)
       where tenant = $1 and subject = (
         select subject from ${table} where tenant = $1 and first_on >= $2 order by first_on, subject limit 1)`,
      [tenant, period.from],
    );
  happened += 1;
  const event = { at: now.getTime(), eventId: stableId('bench-statistics', happened) };
  await plain.query(
    `insert into statistics_moment (tenant, minute, events) values ($1, $2, $3)
     on conflict (tenant, minute) do update set events = excluded.events`,
    [tenant, String(Math.floor(event.at / 60_000)).padStart(10, '0'), JSON.stringify([event])],
  );
}
let happened = 0;

const askerOf = ({ tenant, coordinator }: Asked): Asker => ({
  personId: coordinator,
  tenant,
  roles: [{ role: 'coordinator' }],
  today: TODAY,
  language: 'nb',
});

/** Runs each work in turn, round after round, and returns its times in milliseconds. */
async function inTurn<Name extends string>(
  rounds: number,
  works: Readonly<Record<Name, () => unknown>>,
): Promise<Record<Name, number[]>> {
  const names = Object.keys(works) as Name[];
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>;
  for (let round = -WARM_UP; round < rounds; round += 1)
    for (const name of names) {
      const took = await timed(async () => works[name]());
      if (round >= 0) times[name].push(took);
    }
  return times;
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

const timesOf = (times: readonly number[]) => ({
  p50Ms: milliseconds(median(times)),
  p99Ms: milliseconds(percentile(times, 0.99)),
});
