import type { Client } from 'pg';
import { StartRefused } from '#platform/environment';
import { LOCKS } from './advisory-locks.js';
import { dedicatedConnection } from './connection.js';
import type { WantedLogin } from './logins.js';
import { makeLogins } from './make-logins.js';
import { openAsOwner, type MigrationClass } from './data-source.js';
import { MIGRATION_TABLE } from './naming.js';
import { ensureRoles, expectOwner } from './roles.js';
import { databaseMigrations } from './proven-tenant.migration.js';
import { sqlStateOf } from './sql-state.js';
import { storeKey } from './tenant-proof.js';

const SILENT_AT_MOST_MS = 20_000;

/**
 * Migrates the database at `url` to this program's version, as its owner, and makes the missing ones of the logins
 * `wanted`; several processes may start at once. Returns the names of the migrations that ran. `only` names the migrations of
 * an older version, to which a backup of it is restored.
 * @throws StartRefused when the database has been used by a newer version, or the owner lacks rights; then nothing has
 * been changed.
 */
export async function migrate(
  url: string,
  migrations: readonly MigrationClass[],
  wanted: readonly WantedLogin[] = [],
  only?: ReadonlySet<string>,
): Promise<readonly string[]> {
  const all = [...databaseMigrations, ...migrations].filter(({ name }) => only === undefined || only.has(name));
  const owner = await dedicatedConnection(url, 'none');
  // The server ends an idle session, so a process that freezes while it migrates releases the lock.
  await owner.query(`set idle_session_timeout = '${SILENT_AT_MOST_MS}ms'`);
  const alive = setInterval(() => void owner.query('select').catch(() => undefined), SILENT_AT_MOST_MS / 4);
  try {
    await owner.query('select pg_advisory_lock($1)', [LOCKS.migrations]);
    await expectOwner(owner, wanted);
    const lacking = await refuseNewer(owner, all);
    await ensureRoles(owner, wanted);
    const ran = lacking.length === 0 ? [] : await runMigrations(url, all);
    await owner.query(`grant select on ${MIGRATION_TABLE} to samspill_app, samspill_runner, samspill_operator`);
    await makeLogins(owner, wanted);
    for (const login of wanted) await storeKey(owner, login.url);
    return ran;
  } finally {
    clearInterval(alive);
    await owner.end();
  }
}

async function runMigrations(url: string, all: readonly MigrationClass[]): Promise<readonly string[]> {
  const source = await openAsOwner(url, all);
  try {
    return (await source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}

const NOT_ALLOWED = '42501';

/**
 * For processes that do not have the owner's login, or run beside others and must not change the database.
 * @throws StartRefused when the database is not of this program's version.
 */
export async function refuseUnlessCurrent(session: Client, migrations: readonly MigrationClass[]): Promise<void> {
  try {
    const [missing] = await refuseNewer(session, [...databaseMigrations, ...migrations]);
    if (missing !== undefined) throw older(`it lacks ${missing}`);
  } catch (fault) {
    // Before there were logins, only the owner could read what has been migrated.
    throw sqlStateOf(fault) === NOT_ALLOWED ? older('it has no logins') : fault;
  }
}

const older = (how: string) =>
  new StartRefused(
    `The database is of an older version of Samspill (${how}): stop Samspill where it runs, then run samspill migrate.`,
  );

/** Returns the names of the migrations that the database lacks. */
async function refuseNewer(client: Client, migrations: readonly MigrationClass[]): Promise<readonly string[]> {
  const names = new Set(migrations.map(({ name }) => name));
  const { rows: known } = await client.query<{ table: string | null }>(`select to_regclass($1)::text as table`, [
    MIGRATION_TABLE,
  ]);
  if (!known[0]?.table) return [...names];
  const { rows } = await client.query<{ name: string }>(`select name from ${MIGRATION_TABLE} order by id`);
  const newer = rows.filter(({ name }) => !names.has(name));
  if (newer.length > 0)
    throw new StartRefused(
      `The database has been used by a newer version of Samspill (it knows ${newer.at(-1)!.name}): start that version, or give another DATABASE_URL or SAMSPILL_DATA.`,
    );
  const held = new Set(rows.map(({ name }) => name));
  return [...names].filter((name) => !held.has(name));
}
