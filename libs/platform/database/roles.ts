import type { ClientBase } from 'pg';
import type { WantedLogin } from './logins.js';
import { loginStatements } from './make-logins.js';
import { lacking, rightsOf, type Rights } from './rights.js';
import { sqlStateOf } from './sql-state.js';
import { retryRoleChange } from './retry-role-change.js';

const NOT_ALLOWED = '42501';

/**
 * @throws StartRefused with the statements for an administrator when this connection's user cannot create Samspill's
 * tables, roles and logins
 */
export async function expectOwner(owner: ClientBase, wanted: readonly WantedLogin[]): Promise<void> {
  const rights = await rightsOf(owner);
  const forLogins = await loginStatements(owner, rights, wanted);
  const cannotMakeRoles = rights.missing.length > 0 && !rights.makesRoles;
  const cannotMakeTables = !rights.ownsSchema || !rights.makesSchemas || rights.stranger !== null;
  if (cannotMakeTables || cannotMakeRoles || forLogins.length > 0) throw lacking(rights, forLogins);
}

/** Creates the missing roles and lets the owner take them. Idempotent. */
export async function ensureRoles(owner: ClientBase, wanted: readonly WantedLogin[]): Promise<void> {
  let rights = await rightsOf(owner);
  if (lacksRoles(rights)) {
    for (const role of rights.missing) await retryRoleChange(() => owner.query(createUnlessThere(role)));
    rights = await rightsOf(owner);
    for (const role of rights.notHeld) await retryRoleChange(() => grantWhereAllowed(owner, role, rights));
    rights = await rightsOf(owner);
    if (lacksRoles(rights)) throw lacking(rights, await loginStatements(owner, rights, wanted));
  }
  await retryRoleChange(() => owner.query(RIGHTS_ON_DATABASE));
}

/**
 * Temporary tables are for comparing read models. The application makes none: SQL in it could give them the names of
 * tables that others use. A restored or copied database has PostgreSQL's own rights again, so this is repeated.
 */
const RIGHTS_ON_DATABASE = `
  grant usage on schema public to samspill_app, samspill_runner, samspill_operator;
  do $$ begin
    execute format('revoke temporary on database %I from public', current_database());
    execute format('grant temporary on database %I to samspill_runner', current_database());
  end $$`;

const lacksRoles = ({ missing, notHeld }: Rights) => missing.length > 0 || notHeld.length > 0;

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
