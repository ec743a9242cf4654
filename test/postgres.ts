import { createHash, randomUUID } from 'node:crypto';
import pg from 'pg';
import { LOGIN_KINDS, LOGIN_VARIABLES, migrate, type MigrationClass, type WantedLogin } from '#platform/database';

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
  const database = databaseOf(newName());
  await administer(`CREATE DATABASE ${nameOf(database)}`);
  return database;
}

/**
 * Creates a database on which these migrations have run, and nothing else: a copy of the one that the first spec of the
 * run made with them. Call `drop()` at the end of the spec.
 */
export const migratedDatabase = (migrations: readonly MigrationClass[]): Promise<FreshDatabase> =>
  copiedDatabase(migrations.map(({ name }) => name).join(), async () => {
    const made = await freshDatabase();
    await migrate(made.ownerUrl, migrations, made.logins);
    return made;
  });

/**
 * Creates a copy of a database that the first spec of the run made; `of` says what is in it. Nothing may be connected to
 * the made one any more.
 */
export async function copiedDatabase(of: string, make: () => Promise<FreshDatabase>): Promise<FreshDatabase> {
  const template = `template_${createHash('sha256').update(of).digest('hex').slice(0, 32)}`;
  const database = databaseOf(newName());
  await administer(async (client) => {
    // Specs in other processes may need the same template.
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [template]);
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [template]);
    if (rowCount === 0) await client.query(`ALTER DATABASE ${nameOf(await make())} RENAME TO ${template}`);
    await client.query(`CREATE DATABASE ${nameOf(database)} TEMPLATE ${template}`);
  });
  return database;
}

const newName = () => `test_${randomUUID().replaceAll('-', '')}`;
const nameOf = ({ ownerUrl }: FreshDatabase) => new URL(ownerUrl).pathname.slice(1);

function databaseOf(name: string): FreshDatabase {
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

async function administer(work: string | ((client: pg.Client) => Promise<unknown>)): Promise<void> {
  const client = new pg.Client({ connectionString: server() });
  await client.connect();
  try {
    await (typeof work === 'string' ? client.query(work) : work(client));
  } finally {
    await client.end();
  }
}

function server(): string {
  const url = process.env.SAMSPILL_TEST_POSTGRES;
  if (!url) throw new Error('No PostgreSQL for tests: run them with Jest, whose global set-up starts one');
  return url;
}
