import type { ClientBase } from 'pg';
import type { WantedLogin } from './logins.js';
import { loginStatements } from './make-logins.js';
import { lacking, rightsOf, type Rights } from './rights.js';
import { sqlStateOf } from './sql-state.js';
import { untilAgreed } from './until-agreed.js';

const NOT_ALLOWED = '42501';

/**
 * @throws StartRefused with the statements for an administrator when this connection's user cannot create Samspill's
 * tables, roles and logins
 */
export async function expectOwner(owner: ClientBase, wanted: readonly WantedLogin[]): Promise<void> {
  const rights = await rightsOf(owner);
  const forLogins = await loginStatements(owner, rights, wanted);
  const lacksRoles = rights.missing.length > 0 && !rights.makesRoles;
  if (!rights.ownsSchema || rights.stranger !== null || lacksRoles || forLogins.length > 0)
    throw lacking(rights, forLogins);
}

async function expectRoles(owner: ClientBase, wanted: readonly WantedLogin[]): Promise<void> {
  const rights = await rightsOf(owner);
  if (rights.missing.length > 0 || rights.notHeld.length > 0)
    throw lacking(rights, await loginStatements(owner, rights, wanted));
}

/** Creates the missing roles and lets the owner take them. Idempotent. */
export async function ensureRoles(owner: ClientBase, wanted: readonly WantedLogin[]): Promise<void> {
  for (const role of (await rightsOf(owner)).missing) await untilAgreed(() => owner.query(createUnlessThere(role)));
  const rights = await rightsOf(owner);
  for (const role of rights.notHeld) await untilAgreed(() => grantWhereAllowed(owner, role, rights));
  await expectRoles(owner, wanted);
  await untilAgreed(() =>
    owner.query('grant usage on schema public to samspill_app, samspill_runner, samspill_operator'),
  );
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
