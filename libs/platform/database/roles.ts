import { setTimeout as pause } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { lacking, rightsOf, type Rights } from './rights.js';
import { sqlStateOf } from './sql-state.js';

/**
 * The database role of an open connection. Every process signs in as the owner (the user of `DATABASE_URL`) and drops
 * the owner's rights at once:
 * - `samspill_app` reads read models of one municipality at a time and appends to the log; never updates or deletes
 *   there
 * - `samspill_runner` writes the read models of every municipality
 * - `none` keeps the owner's rights: migrations, and making and switching tables in a rebuild
 */
export type DatabaseRole = 'samspill_app' | 'samspill_runner' | 'none';

const NOT_ALLOWED = '42501';

/** Errors when several processes, possibly of different databases in one cluster, create the roles at once. */
const MADE_BY_ANOTHER = new Set(['23505', '42710', 'XX000']);
const TRIES = 20;

/**
 * @throws StartRefused with the statements for an administrator when this connection's user cannot create Samspill's
 * tables and roles
 */
export async function expectOwner(owner: ClientBase): Promise<void> {
  const rights = await rightsOf(owner);
  if (!rights.ownsSchema || rights.stranger !== null || (rights.missing.length > 0 && !rights.makesRoles))
    throw lacking(rights);
}

/**
 * @throws StartRefused with the statements for an administrator when this connection's user cannot take Samspill's
 * roles
 */
export async function expectRoles(owner: ClientBase): Promise<void> {
  const rights = await rightsOf(owner);
  if (rights.missing.length > 0 || rights.notHeld.length > 0) throw lacking(rights);
}

/** Creates the missing roles and lets the owner take them. Idempotent. */
export async function ensureRoles(owner: ClientBase): Promise<void> {
  for (const role of (await rightsOf(owner)).missing) await untilAgreed(() => owner.query(createUnlessThere(role)));
  const rights = await rightsOf(owner);
  for (const role of rights.notHeld) await untilAgreed(() => grantWhereAllowed(owner, role, rights));
  await expectRoles(owner);
  await untilAgreed(() => owner.query('grant usage on schema public to samspill_app, samspill_runner'));
}

async function untilAgreed(change: () => Promise<unknown>): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await change();
      return;
    } catch (fault) {
      if (attempt === TRIES || !MADE_BY_ANOTHER.has(sqlStateOf(fault) ?? '')) throw fault;
      await pause(25);
    }
  }
}

const createUnlessThere = (role: string) => `do $$ begin
  if not exists (select from pg_roles where rolname = '${role}') then
    create role ${role} nologin nosuperuser nobypassrls nocreatedb nocreaterole;
  end if;
end $$`;

/** The creator of a role may grant it to others, but since PostgreSQL 16 is not thereby a member of it. */
async function grantWhereAllowed(owner: ClientBase, role: string, { user, grantOptions }: Rights): Promise<void> {
  try {
    await owner.query(`grant ${role} to ${user}${grantOptions}`);
  } catch (fault) {
    if (sqlStateOf(fault) !== NOT_ALLOWED) throw fault;
  }
}
