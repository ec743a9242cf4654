import pg from 'pg';
import { sqlStateOf } from '#platform/database';
import type { DataSource } from 'typeorm';
import { postgresJobs, redisJobs, type JobBackend } from './backend.js';
import { QUEUE_SCHEMA } from './queue-schema.js';
import { startRedis } from './redis-under-test.js';

/** A real server of the queues, and what can happen to it. */
export interface BackendUnderTest {
  readonly name: string;
  backend(source: DataSource): JobBackend;
  /** Variables of a worker process that uses it. */
  readonly variables: Readonly<Record<string, string>>;
  /** Everything of the queues is lost; connections stay. */
  empty(): Promise<void>;
  /** The queues cannot be used, until `back`. Samspill's own tables can. */
  outage(): Promise<void>;
  back(): Promise<void>;
  /** All that is stored in the queues, as text. */
  contents(): Promise<string>;
  end(): Promise<void>;
}

/** @param ownerUrl connection string of the owner of the specification's database */
export async function postgresUnderTest(ownerUrl: string): Promise<BackendUnderTest> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const tables = async () => {
    const { rows } = await owner.query<{ name: string }>(
      `select quote_ident(relname) as name from pg_class
       where relnamespace = '${QUEUE_SCHEMA}'::regnamespace and relkind = 'r' and relname <> 'migration'`,
    );
    return rows.map(({ name }) => `${QUEUE_SCHEMA}.${name}`);
  };
  return {
    name: 'PostgreSQL',
    backend: postgresJobs,
    variables: {},
    async empty() {
      const truncate = `truncate ${(await tables()).join(', ')}`;
      // Workers lock the tables in another order.
      const isDeadlock = (fault: unknown) => sqlStateOf(fault) === '40P01';
      let isDone = false;
      while (!isDone)
        isDone = await owner.query(truncate).then(
          () => true,
          (fault: unknown) => {
            if (!isDeadlock(fault)) throw fault;
            return false;
          },
        );
    },
    outage: async () => void (await owner.query(`alter schema ${QUEUE_SCHEMA} rename to away`)),
    back: async () => void (await owner.query(`alter schema away rename to ${QUEUE_SCHEMA}`)),
    async contents() {
      const all = (await tables()).map((table) => `select to_jsonb(it)::text as text from ${table} as it`);
      const { rows } = await owner.query<{ text: string }>(all.join(' union all '));
      return rows.map(({ text }) => text).join('\n');
    },
    end: () => owner.end(),
  };
}

export async function redisUnderTest(): Promise<BackendUnderTest> {
  const redis = await startRedis();
  return {
    name: 'Redis',
    backend: (source) => redisJobs(redis.url, source),
    variables: { REDIS_URL: redis.url },
    empty: () => redis.use(async (client) => void (await client.flushall())),
    outage: () => redis.kill(),
    back: () => redis.restart(),
    contents: () =>
      redis.use(async (client) => {
        const keys = await client.keys('*');
        // As stored: texts stand in a dump as they are, or compressed only when they are long.
        await client.config('SET', 'rdbcompression', 'no');
        const dumps = await Promise.all(keys.map((key) => client.dumpBuffer(key)));
        return [...keys, ...dumps.map((dump) => dump?.toString('latin1') ?? '')].join('\n');
      }),
    end: () => redis.kill(),
  };
}
