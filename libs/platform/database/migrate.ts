import type { Client } from 'pg';
import { StartRefused } from '#platform/environment';
import { LOCKS } from './advisory-locks.js';
import { dedicatedConnection } from './connection.js';
import { openAsOwner, type MigrationClass } from './data-source.js';
import { MIGRATION_TABLE } from './naming.js';
import { ensureRoles, expectOwner, expectRoles } from './roles.js';

const SILENT_AT_MOST_MS = 20_000;

/**
 * Migrates the database at `url` to this program's version, as its owner; several processes may start at once. Returns
 * the names of the migrations that ran.
 * @throws StartRefused when the database has been used by a newer version, or the owner lacks rights; then nothing has
 * been changed.
 */
export async function migrate(url: string, migrations: readonly MigrationClass[]): Promise<readonly string[]> {
  const owner = await dedicatedConnection(url, 'none');
  // The server ends an idle session, so a process that freezes while it migrates releases the lock.
  await owner.query(`set idle_session_timeout = '${SILENT_AT_MOST_MS}ms'`);
  const alive = setInterval(() => void owner.query('select').catch(() => undefined), SILENT_AT_MOST_MS / 4);
  try {
    await owner.query('select pg_advisory_lock($1)', [LOCKS.migrations]);
    await expectOwner(owner);
    await refuseNewer(owner, migrations);
    await ensureRoles(owner);
    const source = await openAsOwner(url, migrations);
    try {
      return (await source.runMigrations({ transaction: 'each' })).map(({ name }) => name);
    } finally {
      await source.destroy();
    }
  } finally {
    clearInterval(alive);
    await owner.end();
  }
}

/**
 * For programs that run beside others and must not change the database.
 * @throws StartRefused when the database is not of this program's version.
 */
export async function refuseUnlessCurrent(url: string, migrations: readonly MigrationClass[]): Promise<void> {
  const owner = await dedicatedConnection(url, 'none');
  try {
    await expectOwner(owner);
    const missing = await refuseNewer(owner, migrations);
    if (missing.length > 0)
      throw new StartRefused(
        `The database is of an older version of Samspill (it lacks ${missing[0]}): stop Samspill where it runs, then run samspill migrate.`,
      );
    await expectRoles(owner);
  } finally {
    await owner.end();
  }
}

/** Returns the names of the migrations that the database lacks. */
async function refuseNewer(owner: Client, migrations: readonly MigrationClass[]): Promise<readonly string[]> {
  const names = new Set(migrations.map(({ name }) => name));
  const { rows: known } = await owner.query<{ table: string | null }>(`select to_regclass($1)::text as table`, [
    MIGRATION_TABLE,
  ]);
  if (!known[0]?.table) return [...names];
  const { rows } = await owner.query<{ name: string }>(`select name from ${MIGRATION_TABLE} order by id`);
  const newer = rows.filter(({ name }) => !names.has(name));
  if (newer.length > 0)
    throw new StartRefused(
      `The database has been used by a newer version of Samspill (it knows ${newer.at(-1)!.name}): start that version, or give another DATABASE_URL or SAMSPILL_DATA.`,
    );
  const held = new Set(rows.map(({ name }) => name));
  return [...names].filter((name) => !held.has(name));
}
