import { dedicatedConnection } from '#platform/database';
import { SettableClock } from '#platform/kernel';
import { rebuild } from '#platform/projections';
import { migrations } from '../../../composition/src/index.js';
import { withBenchApplication, type BenchApplication } from './bench-application.js';
import { inBenchDatabase, migrateForBench } from './bench-database.js';
import { describeMachine, median, milliseconds, type BenchContext, type BenchResult } from './bench-output.js';
import { protectionTimes } from './bench-protection.js';
import { secondsOfTables } from './rebuild-floor.js';
import { missedAims } from './statistics-aims.js';
import { measureFirstQuestions, measureQuestions } from './statistics-questions.js';
import type { WhatRow } from './statistics-rows.js';
import { fillLargeMunicipality, TODAY } from './ten-school-years.js';

const YEARS = { full: 10, quick: 2 };
const ROUNDS = { full: 100, quick: 20 };
const REBUILDS = { full: 3, quick: 1 };
const FACTS = /^statistics-(?!publication)/;
const NOW = new Date(`${TODAY}T07:00:00Z`);

/**
 * The statistics of a large municipality: the coordinator's start page, and each indicator of this school year by month,
 * now and as of a moment, beside hand-written SQL on the same tables; explaining, the first question of a process and
 * after an event; protection; the size of the facts, and rebuilds with and without them.
 */
export async function benchStatistics({ databaseUrl, quick, progress }: BenchContext): Promise<BenchResult> {
  const size = quick ? 'quick' : 'full';
  const machine = await describeMachine(databaseUrl);
  const rows = await inBenchDatabase(databaseUrl, async (url) => {
    const { worker } = await migrateForBench(url, migrations);
    progress('A municipality of 144 units …');
    const { tenant, coordinator } = await fillLargeMunicipality(url, YEARS[size]);
    const inApplication = <T>(work: (application: BenchApplication) => Promise<T>) =>
      withBenchApplication({ url, clock: new SettableClock(NOW) }, work);
    const rebuilds = await inApplication((application) => measureRebuilds(application, REBUILDS[size], progress));
    const plain = await dedicatedConnection(worker, 'samspill_runner');
    try {
      await plain.query('vacuum analyze').catch(() => plain.query('analyze'));
      const asked = { plain, tenant, coordinator, now: NOW, rounds: ROUNDS[size], progress };
      const first = await measureFirstQuestions(inApplication, asked);
      const questions = await inApplication(({ app }) => measureQuestions(app, asked));
      const facts = await bytes(plain);
      return [...questions, ...first, ...protection(quick, progress), facts, rebuilds];
    } finally {
      await plain.end();
    }
  });
  return { bench: 'statistics', machine, rows, missed: missedAims(rows) };
}

/** All read models, and all but the facts, in turn; beside them PostgreSQL alone with the same tables. */
async function measureRebuilds(
  { installation }: BenchApplication,
  rounds: number,
  progress: BenchContext['progress'],
): Promise<WhatRow> {
  const seconds = { with: [] as number[], without: [] as number[] };
  const floors = { with: [] as number[], without: [] as number[] };
  for (let round = 1; round <= rounds; round += 1) {
    for (const which of ['without', 'with'] as const) {
      progress(`Its read models, ${which} the facts (${round} of ${rounds}) …`);
      const models = installation.readModels.filter(({ name }) => which === 'with' || !FACTS.test(name));
      const began = performance.now();
      await rebuild({ ...installation, source: installation.dataSource }, models);
      seconds[which].push((performance.now() - began) / 1_000);
      floors[which].push(await secondsOfTables(installation.dataSource, models));
    }
  }
  const [withFacts, without] = [median(seconds.with), median(seconds.without)];
  return {
    ...{ what: 'rebuild-with-facts', seconds: withFacts, withoutSeconds: without, ratio: without / withFacts },
    ...{ floorSeconds: median(floors.with), withoutFloorSeconds: median(floors.without) },
  };
}

/** The times of the kind of table that takes longest. */
function protection(quick: boolean, progress: BenchContext['progress']): WhatRow[] {
  const times = protectionTimes(quick, progress);
  return [
    { what: 'protection-pattern', p50Ms: Math.max(...times.map(({ patternMs }) => patternMs)) },
    { what: 'protection-proof', p50Ms: milliseconds(Math.max(...times.map(({ proofMs }) => proofMs))) },
  ];
}

/** Bytes of the fact tables and of the events that they are made of, indexes included. */
async function bytes(plain: Awaited<ReturnType<typeof dedicatedConnection>>): Promise<WhatRow> {
  const { rows } = await plain.query<{ facts: string; events: string }>(
    `select (select sum(pg_total_relation_size(oid)) from pg_class
             where relname ~ '^statistics_' and relname !~ 'publication' and relkind = 'r') as facts,
            pg_total_relation_size('event') as events`,
  );
  const [facts, events] = [Number(rows[0]!.facts), Number(rows[0]!.events)];
  return { what: 'fact-bytes', bytes: facts, eventBytes: events, ratio: facts / events };
}
