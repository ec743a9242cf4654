import type { Client } from 'pg';
import { PostgresReadSide, dedicatedConnection } from '#platform/database';
import { SettableClock, schoolYearOf } from '#platform/kernel';
import { rebuild } from '#platform/projections';
import { FactsReader } from '#statistics';
import {
  dividedFigure,
  INDICATORS,
  schoolYearPeriod,
  wholeFigure,
  type Indicator,
  type Period,
} from '#statistics/contract';
import { migrations } from '../../../composition/src/index.js';
import { withBenchApplication } from './bench-application.js';
import { inBenchDatabase, migrateForBench } from './bench-database.js';
import {
  describeMachine,
  median,
  milliseconds,
  percentile,
  type BenchContext,
  type BenchResult,
} from './bench-output.js';
import { fillLargeMunicipality, TODAY } from './ten-school-years.js';

const YEARS = { full: 10, quick: 2 };
const ROUNDS = { full: 100, quick: 20 };
/** Largest times as multiples: of the floor, and as of a moment of the same question now. */
const MOST = { floor: 1.5, asOf: 1.3, p99Ms: 50 };

/**
 * Hand-written SQL for the same number on the same tables. It knows the answer's form beforehand: no school calendar, no
 * settings of the day, no cases to explain it by.
 */
const FLOORS: ReadonlyMap<number, string> = new Map([
  [
    2,
    `select count(distinct (unit_id, month)) from (
       select jsonb_array_elements_text(versions -> -1 -> 'fact' -> 'unitIds') as unit_id,
              left(versions -> -1 -> 'fact' ->> 'on', 7) as month
       from statistics_meeting where tenant = $1 and last_on >= $2 and first_on <= $3
         and versions -> -1 -> 'fact' ->> 'state' in ('held', 'lost', 'filed')) as held`,
  ],
  [
    7,
    `select count(*), count(*) filter (where (versions -> -1 -> 'fact' -> 'protocol' ->> 'filedOn')::date
         <= (versions -> -1 -> 'fact' ->> 'on')::date + 7)
     from statistics_meeting where tenant = $1 and last_on >= $2 and first_on <= $3
       and versions -> -1 -> 'fact' ->> 'state' in ('held', 'lost', 'filed')`,
  ],
  [
    18,
    `select count(*) from statistics_action where tenant = $1 and (last_on is null or last_on >= $2) and first_on <= $3
       and versions -> -1 -> 'fact' ->> 'ended' is null`,
  ],
]);

/** The statistics of a large municipality: each indicator of a school year, now and as of a moment, beside plain SQL. */
export async function benchStatistics({ databaseUrl, quick, progress }: BenchContext): Promise<BenchResult> {
  const rounds = quick ? ROUNDS.quick : ROUNDS.full;
  const machine = await describeMachine(databaseUrl);
  const { rows, also } = await inBenchDatabase(databaseUrl, async (url) => {
    const { worker } = await migrateForBench(url, migrations);
    progress('A municipality of 144 units …');
    const { tenant } = await fillLargeMunicipality(url, quick ? YEARS.quick : YEARS.full);
    return withBenchApplication(url, undefined, async ({ installation }) => {
      progress('Its read models …');
      await rebuild({ ...installation, source: installation.dataSource }, installation.readModels);
      const plain = await dedicatedConnection(worker, 'samspill_runner');
      try {
        await plain.query('analyze');
        const now = new Date(`${TODAY}T07:00:00Z`);
        const reader = new FactsReader(new PostgresReadSide(installation.dataSource), new SettableClock(now));
        const period = schoolYearPeriod(schoolYearOf(TODAY));
        const measured = [];
        for (const indicator of INDICATORS) {
          progress(`indicator ${indicator.id} …`);
          measured.push(...(await measure(indicator, { reader, plain, tenant, period, rounds })));
        }
        return { rows: measured, also: await sizes(plain) };
      } finally {
        await plain.end();
      }
    });
  });
  return { bench: 'statistics', machine, rows, also, missed: missed(rows) };
}

interface Bench {
  readonly reader: FactsReader;
  readonly plain: Client;
  readonly tenant: string;
  readonly period: Period;
  readonly rounds: number;
}

interface StatisticsRow {
  readonly page: number;
  readonly asOf: boolean;
  readonly p50Ms: number;
  readonly p99Ms: number;
  /** 0 where there is no hand-written SQL. */
  readonly floorP50Ms: number;
  readonly [column: string]: number | boolean;
}

/** The figure by month, which a chart shows: now, as of 60 days ago, and the floor, in turn. */
async function measure(indicator: Indicator, bench: Bench): Promise<StatisticsRow[]> {
  const { reader, plain, tenant, period, rounds } = bench;
  const times = { now: [] as number[], asOf: [] as number[], floor: [] as number[] };
  const then = new Date(new Date(`${TODAY}T07:00:00Z`).getTime() - 60 * 86_400_000);
  const floor = FLOORS.get(indicator.id);
  const figure = async (asOf?: Date) => {
    const { facts } = await reader.at(tenant, period, asOf, [indicator]);
    wholeFigure(indicator, facts, period, {});
    dividedFigure(indicator, facts, period, 'month', {});
  };
  for (let round = -2; round < rounds; round += 1) {
    const took = {
      now: await timed(() => figure()),
      asOf: await timed(() => figure(then)),
      floor: floor ? await timed(() => plain.query(floor, [tenant, period.from, period.to])) : 0,
    };
    if (round < 0) continue;
    for (const which of ['now', 'asOf', 'floor'] as const) times[which].push(took[which]);
  }
  return [false, true].map((asOf) => ({
    page: indicator.id,
    asOf,
    p50Ms: milliseconds(median(asOf ? times.asOf : times.now)),
    p99Ms: milliseconds(percentile(asOf ? times.asOf : times.now, 0.99)),
    floorP50Ms: milliseconds(median(times.floor)),
  }));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Bytes of the fact tables and of the events that they are made of. */
async function sizes(plain: Client): Promise<Readonly<Record<string, number>>> {
  const { rows } = await plain.query<{ facts: string; events: string }>(
    `select (select sum(pg_total_relation_size(oid)) from pg_class where relname ~ '^statistics_' and relkind = 'r') as facts,
            pg_total_relation_size('event') as events`,
  );
  const [facts, events] = [Number(rows[0]!.facts), Number(rows[0]!.events)];
  return { factBytes: facts, eventBytes: events, factsPerEventByte: Math.round((facts / events) * 100) / 100 };
}

function missed(rows: readonly StatisticsRow[]): string[] {
  return rows.flatMap(({ page, asOf, p50Ms, p99Ms, floorP50Ms }) => {
    const now = rows.find((row) => row.page === page && !row.asOf)!;
    const times = (of: number) => Math.round((p50Ms / of) * 100) / 100;
    return [
      ...(floorP50Ms > 0 && !asOf && p50Ms > MOST.floor * floorP50Ms
        ? [`indicator ${page}: ${times(floorP50Ms)} × its floor, not ${MOST.floor} ×`]
        : []),
      ...(asOf && p50Ms > MOST.asOf * now.p50Ms
        ? [`indicator ${page} as of a moment: ${times(now.p50Ms)} × now, not ${MOST.asOf} ×`]
        : []),
      ...(p99Ms > MOST.p99Ms ? [`indicator ${page}: p99 ${p99Ms} ms, not ${MOST.p99Ms} ms`] : []),
    ];
  });
}
