import type { Client } from 'pg';
import { dedicatedConnection, setTenant } from '#platform/database';
import { rebuild } from '#platform/projections';
import { migrations } from '../../../composition/src/index.js';
import { withBenchApplication } from './bench-application.js';
import { inBenchDatabase, migrateForBench } from './bench-database.js';
import { describeMachine, median, milliseconds, type BenchContext, type BenchResult } from './bench-output.js';
import { generateLog } from './log-generator.js';

const EVENTS = { full: 200_000, quick: 20_000 };
/** Rounds, in each of which both connections ask every question in turn. */
const ROUNDS = { full: 400, quick: 100 };
/** Largest share of the time without row-level security that a question may take with it. */
const MOST = 1.1;
const SEED = 20261129;

/** A question to a read model that names its tenant, as the application's do. */
interface Question {
  readonly what: string;
  readonly text: string;
  /** One row per set of values, `tenant` first: the questions that are asked in turn. */
  readonly values: string;
}

const QUESTIONS: readonly Question[] = [
  {
    what: 'a unit',
    text: 'select * from registry_unit where tenant = $1 and unit_id = $2',
    values: 'select tenant, unit_id from registry_unit order by unit_id limit 200',
  },
  {
    what: 'months of a school year',
    text: 'select * from meetings_unit_month where tenant = $1 and school_year = $2',
    values: 'select distinct tenant, school_year from meetings_unit_month order by 1, 2 limit 200',
  },
  {
    what: 'a meeting',
    text: 'select * from meetings_meeting where tenant = $1 and meeting_id = $2',
    values: 'select tenant, meeting_id from meetings_meeting order by meeting_id limit 200',
  },
  {
    what: 'open actions, the first fifty',
    text: 'select * from actions_action where tenant = $1 and ended_on is null order by due_on, action_id limit 50',
    values: 'select distinct tenant from actions_action order by 1 limit 200',
  },
];

export type AccessRow = {
  readonly what: string;
  readonly withMs: number;
  readonly withoutMs: number;
  /** The time with row-level security as a multiple of that without. */
  readonly rls: number;
  /** True if both plans use the same index. */
  readonly sameIndex: boolean;
};

/**
 * The cost of row-level security: the same questions, each naming its tenant, asked as `samspill_app`, whose policy
 * names the tenant once more, and as `samspill_runner`, whose policy shows every row. In turn, in one run.
 */
export async function benchAccess({ databaseUrl, quick, progress }: BenchContext): Promise<BenchResult<AccessRow>> {
  const events = quick ? EVENTS.quick : EVENTS.full;
  const machine = await describeMachine(databaseUrl);
  const rows = await inBenchDatabase(databaseUrl, async (url) => {
    progress(`Read models from a log of ${events} events …`);
    await withBenchApplication(url, generateLog({ events, seed: SEED, order: 'monthly' }), ({ installation }) =>
      rebuild({ ...installation, source: installation.dataSource }, installation.readModels),
    );
    const { worker } = await migrateForBench(url, migrations);
    const [guarded, open] = await Promise.all([session(worker, 'samspill_app'), session(worker, 'samspill_runner')]);
    try {
      const measured: AccessRow[] = [];
      for (const question of QUESTIONS) {
        progress(`${question.what} …`);
        measured.push(await measure(question, guarded, open, quick ? ROUNDS.quick : ROUNDS.full));
      }
      return measured;
    } finally {
      await Promise.all([guarded.client.end(), open.client.end()]);
    }
  });
  return {
    bench: 'access',
    machine,
    rows,
    missed: rows
      .filter(({ rls, sameIndex }) => rls > MOST || !sameIndex)
      .map(({ what, rls, sameIndex }) => `${what}: ${rls} ×${sameIndex ? '' : ', with another index'}, not ${MOST} ×`),
  };
}

/** An open connection, with its address, from which proofs of a tenant are derived. */
interface Session {
  readonly client: Client;
  readonly url: string;
}

const session = async (url: string, role: 'samspill_app' | 'samspill_runner'): Promise<Session> => ({
  client: await dedicatedConnection(url, role),
  url,
});

async function measure(question: Question, guarded: Session, open: Session, rounds: number): Promise<AccessRow> {
  const { rows } = await open.client.query<unknown[]>({ text: question.values, rowMode: 'array' });
  const times = { guarded: [] as number[], open: [] as number[] };
  for (let round = -rounds / 10; round < rounds; round += 1) {
    const values = rows[Math.abs(round) % rows.length]!;
    const order = round % 2 === 0 ? (['guarded', 'open'] as const) : (['open', 'guarded'] as const);
    for (const which of order) {
      const took = await timeOf(which === 'guarded' ? guarded : open, question, values);
      if (round >= 0) times[which].push(took);
    }
  }
  const [withMs, withoutMs] = [median(times.guarded), median(times.open)];
  const plans = await Promise.all([guarded, open].map((one) => indexOf(one, question, rows[0]!)));
  return {
    what: question.what,
    withMs: milliseconds(withMs),
    withoutMs: milliseconds(withoutMs),
    rls: Math.round((withMs / withoutMs) * 100) / 100,
    sameIndex: plans[0] === plans[1],
  };
}

/** Time of one question in a transaction of its tenant, in ms; beginning and ending it are not counted. */
async function timeOf(one: Session, { what, text }: Question, values: readonly unknown[]): Promise<number> {
  return inTenant(one, values, async () => {
    const began = performance.now();
    await one.client.query({ name: what, text, values: [...values] });
    return performance.now() - began;
  });
}

/** Name of the index in the plan; undefined for a plan without one. */
function indexOf(one: Session, { text }: Question, values: readonly unknown[]): Promise<string | undefined> {
  return inTenant(one, values, async () => {
    const { rows } = await one.client.query<{ 'QUERY PLAN': unknown }>(`explain (format json) ${text}`, [...values]);
    return /"Index Name":"([^"]*)"/.exec(JSON.stringify(rows[0]!['QUERY PLAN']))?.[1];
  });
}

async function inTenant<T>({ client, url }: Session, [tenant]: readonly unknown[], work: () => Promise<T>): Promise<T> {
  await client.query('begin read only');
  await setTenant(client, url, String(tenant));
  const answer = await work();
  await client.query('commit');
  return answer;
}
