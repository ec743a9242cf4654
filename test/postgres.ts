import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { LOGIN_KINDS, LOGIN_VARIABLES, type WantedLogin } from '#platform/database';

/** An empty database in the PostgreSQL of the test run. */
export interface FreshDatabase {
  /** Connection string of the worker's login, which may act as `samspill_app` and as `samspill_runner`. */
  readonly url: string;
  /** Connection string of its owner, a superuser: for migrations, and to look at everything. */
  readonly ownerUrl: string;
  /** The variables of an installation on it: the owner's login and the three others. */
  readonly environment: Readonly<Record<`DATABASE_URL${'' | '_API' | '_WORKER' | '_OPERATOR'}`, string>>;
  /** The logins of `environment`, for `migrate`. */
  readonly logins: readonly WantedLogin[];
  /** Drops it, even while others are connected. */
  drop(): Promise<void>;
}

/** Creates an empty database; call `drop()` at the end of the spec. */
export async function freshDatabase(): Promise<FreshDatabase> {
  const name = `test_${randomUUID().replaceAll('-', '')}`;
  await administer(`CREATE DATABASE ${name}`);
  const url = new URL(server());
  url.pathname = name;
  const as = (login: string) => {
    const own = new URL(url);
    [own.username, own.password] = [login, TEST_PASSWORD];
    return own.href;
  };
  const environment = {
    DATABASE_URL: url.href,
    DATABASE_URL_API: as('samspill_api'),
    DATABASE_URL_WORKER: as('samspill_worker'),
    DATABASE_URL_OPERATOR: as('samspill_operations'),
  };
  return {
    url: environment.DATABASE_URL_WORKER,
    ownerUrl: url.href,
    environment,
    logins: LOGIN_KINDS.map((kind) => ({ kind, url: environment[LOGIN_VARIABLES[kind]], given: true })),
    drop: () => administer(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`),
  };
}

/** Password of the logins that database-start.mjs creates. */
const TEST_PASSWORD = 'x';

async function administer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server() });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}

function server(): string {
  const url = process.env.SAMSPILL_TEST_POSTGRES;
  if (!url) throw new Error('No PostgreSQL for tests: run them with Jest, whose global set-up starts one');
  return url;
}
