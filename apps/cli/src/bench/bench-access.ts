import type { Client } from 'pg';
import { dedicatedConnection, setTenant } from '#platform/database';
import { rebuild } from '#platform/projections';
import { migrations } from '../../../composition/src/index.js';
import { withBenchApplication } from './bench-application.js';
import { inBenchDatabase, migrateForBench } from './bench-database.js';
import { GUARD_AIMS, guardRows, type GuardRow } from './bench-guard.js';
import { describeMachine, median, milliseconds, type BenchContext, type BenchResult } from './bench-output.js';
import { generateLog } from './log-generator.js';

const EVENTS = { full: 200_000, quick: 20_000 };
/** Rounds, in each of which the session asks the question as both roles in turn. */
const ROUNDS = { full: 400, quick: 100 };
/** Largest share of the time without row-level security that a question may take with it. */
const MOST = 1.1;
/** Milliseconds that verifying the proof may add to a question too short for that share (ADR 0302). */
const MOST_MS = 0.06;
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

/** The roles that ask: with a policy that demands the proof of the tenant, and with one that shows every row. */
const ROLES = { guarded: 'samspill_app', open: 'samspill_runner' } as const;
type Role = (typeof ROLES)[keyof typeof ROLES];

/**
 * The cost of checking access: of row-level security, by the same questions, each naming its tenant, asked as
 * `samspill_app` and as `samspill_runner`, in turn and in one session, since two sessions of one role can differ by a
 * half; then of the guard and of scopes (`guardRows`).
 */
export async function benchAccess(context: BenchContext): Promise<BenchResult<AccessRow | GuardRow>> {
  const { databaseUrl, quick, progress } = context;
  const events = quick ? EVENTS.quick : EVENTS.full;
  const machine = await describeMachine(databaseUrl);
  const rows = await inBenchDatabase(databaseUrl, async (url) => {
    progress(`Read models from a log of ${events} events …`);
    await withBenchApplication(
      { url, log: generateLog({ events, seed: SEED, order: 'monthly' }) },
      ({ installation }) => rebuild({ ...installation, source: installation.dataSource }, installation.readModels),
    );
    const { worker } = await migrateForBench(url, migrations);
    const session = { client: await dedicatedConnection(worker, ROLES.open), url: worker };
    try {
      const measured: AccessRow[] = [];
      for (const question of QUESTIONS) {
        progress(`${question.what} …`);
        measured.push(await measure(question, session, quick ? ROUNDS.quick : ROUNDS.full));
      }
      return measured;
    } finally {
      await session.client.end();
    }
  });
  const guards = await guardRows(context);
  return {
    bench: 'access',
    machine,
    rows: [...rows, ...guards],
    missed: [...missedBy(rows), ...guards.flatMap(missedByGuard)],
  };
}

const missedByGuard = ({ what, ratio }: GuardRow): readonly string[] => {
  const aim = what.startsWith('guard') ? GUARD_AIMS.guard : GUARD_AIMS['scoped-list'];
  return ratio > aim ? [`${what}: ${ratio} ×, not ${aim} ×`] : [];
};

const missedBy = (rows: readonly AccessRow[]): readonly string[] =>
  rows
    .filter(({ rls, withMs, withoutMs, sameIndex }) => !sameIndex || (rls > MOST && withMs - withoutMs > MOST_MS))
    .map(
      ({ what, rls, sameIndex }) =>
        `${what}: ${rls} ×${sameIndex ? '' : ', with another index'}, not ${MOST} × or ${MOST_MS} ms more`,
    );

/** An open connection, with its address, from which proofs of a tenant are derived. */
interface Session {
  readonly client: Client;
  readonly url: string;
}

async function measure(question: Question, session: Session, rounds: number): Promise<AccessRow> {
  const { rows } = await session.client.query<unknown[]>({ text: question.values, rowMode: 'array' });
  const times = { guarded: [] as number[], open: [] as number[] };
  for (let round = -rounds / 10; round < rounds; round += 1) {
    const values = rows[Math.abs(round) % rows.length]!;
    const order = round % 2 === 0 ? (['guarded', 'open'] as const) : (['open', 'guarded'] as const);
    for (const which of order) {
      const took = await timeOf(session, ROLES[which], question, values);
      if (round >= 0) times[which].push(took);
    }
  }
  const [withMs, withoutMs] = [median(times.guarded), median(times.open)];
  const guarded = await indexOf(session, ROLES.guarded, question, rows[0]!);
  const open = await indexOf(session, ROLES.open, question, rows[0]!);
  return {
    what: question.what,
    withMs: milliseconds(withMs),
    withoutMs: milliseconds(withoutMs),
    rls: Math.round((withMs / withoutMs) * 100) / 100,
    sameIndex: guarded === open,
  };
}

/** Time of one question in a transaction of its tenant, in ms; beginning and ending it are not counted. */
async function timeOf(session: Session, role: Role, { what, text }: Question, values: readonly unknown[]) {
  return inTenant(session, role, values, async ({ client }) => {
    const began = performance.now();
    // A named statement's plan is for one role.
    await client.query({ name: `${what}, ${role}`, text, values: [...values] });
    return performance.now() - began;
  });
}

/** Name of the index in the plan; undefined for a plan without one. */
function indexOf(session: Session, role: Role, { text }: Question, values: readonly unknown[]) {
  return inTenant(session, role, values, async ({ client }) => {
    const { rows } = await client.query<{ 'QUERY PLAN': unknown }>(`explain (format json) ${text}`, [...values]);
    return /"Index Name":"([^"]*)"/.exec(JSON.stringify(rows[0]!['QUERY PLAN']))?.[1];
  });
}

async function inTenant<T>(
  session: Session,
  role: Role,
  [tenant]: readonly unknown[],
  work: (session: Session) => Promise<T>,
): Promise<T> {
  const { client, url } = session;
  await client.query('begin read only');
  await client.query(`set local role ${role}`);
  await setTenant(client, url, String(tenant));
  const answer = await work(session);
  await client.query('commit');
  return answer;
}
