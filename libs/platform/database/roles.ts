import { setTimeout as pause } from 'node:timers/promises';
import type { ClientBase } from 'pg';
import { sqlStateOf } from './sql-state.js';

/**
 * Who an open connection is in the database. Every process signs in as the owner (the user of `DATABASE_URL`) and puts
 * the owner's rights aside at once:
 * - `samspill_app` reads read models of one municipality at a time and appends to the log; never updates or deletes there
 * - `samspill_runner` writes the read models of every municipality
 * - `none` keeps the owner's rights: migrations, and making and switching tables in a rebuild
 */
export type DatabaseRole = 'samspill_app' | 'samspill_runner' | 'none';
const ROLES = ['samspill_app', 'samspill_runner'] as const;

/** Several processes, also of different databases of one cluster, may make the roles at the same moment. */
const MADE_BY_ANOTHER = new Set(['23505', '42710', 'XX000']);
const TRIES = 20;

/** Makes the two roles where they are missing and lets the owner take them. Repeating it changes nothing. */
export async function ensureRoles(owner: ClientBase): Promise<void> {
  for (const role of ROLES) {
    await untilAgreed(() => owner.query(createUnlessThere(role)));
    await untilAgreed(() => owner.query(grantUnlessHeld(role)));
  }
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

const grantUnlessHeld = (role: string) => `do $$ begin
  if not pg_has_role(session_user, '${role}', 'MEMBER') then
    execute format('grant ${role} to %I', session_user);
  end if;
  grant usage on schema public to ${role};
end $$`;
