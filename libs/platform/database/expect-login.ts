import type { ClientBase, PoolClient } from 'pg';
import { StartRefused } from '#platform/environment';
import { LOGIN_GROUPS, LOGIN_KINDS, LOGIN_VARIABLES, type LoginGroup, type LoginKind } from './logins.js';
import type { DatabaseRole } from './database-role.js';

/** Identity of an open connection. Names are quoted for SQL. */
interface Identity {
  readonly login: string;
  /** The group that the connection has taken, or its login. */
  readonly acting: string;
  /** A superuser, or one that may bypass row-level security, or make roles or databases. */
  readonly powerful: boolean;
  /** Owns the database or its tables, or may become their owner. */
  readonly owns: boolean;
  /** Every role that it may become, directly or through others. */
  readonly groups: readonly string[];
}

const WHO = `
  select quote_ident(session_user) as login, current_user::text as acting,
    me.rolsuper or me.rolbypassrls or me.rolcreaterole or me.rolcreatedb or me.rolreplication as powerful,
    pg_has_role(me.oid, (select datdba from pg_database where datname = current_database()), 'member')
      or exists (select from pg_class where oid = to_regclass('public.schema_migration') and pg_has_role(me.oid, relowner, 'member'))
      as owns,
    array(select rolname::text from pg_roles as it
      where it.oid <> me.oid and pg_has_role(me.oid, it.oid, 'member') order by 1) as groups
  from pg_roles as me where me.rolname = session_user`;

const REMEDY = 'use the login that samspill migrate makes, or make one as docs/operations.md says.';

/**
 * Checks who an open connection is: a plain login, a member of exactly the groups of one kind of login (`kind`, or any),
 * that has taken `role` if it is given.
 * @throws StartRefused
 */
export async function expectLogin(client: ClientBase, role: LoginGroup | undefined, kind?: LoginKind): Promise<void> {
  const { rows } = await client.query<Identity>(WHO);
  const { login, acting, powerful, owns, groups } = rows[0]!;
  const name = kind === undefined ? `The database login ${login}` : `The login ${login} in ${LOGIN_VARIABLES[kind]}`;
  if (powerful)
    throw new StartRefused(
      `${name} is a superuser, or may bypass row-level security or make roles or databases, which only that of samspill migrate may: ${REMEDY}`,
    );
  if (owns)
    throw new StartRefused(
      `${name} owns Samspill's database or may become its owner, which only that of samspill migrate may: ${REMEDY}`,
    );
  const allowed = (kind === undefined ? LOGIN_KINDS : [kind]).map((each) => LOGIN_GROUPS[each]);
  if (!allowed.some((each) => isSame(each, groups)))
    throw new StartRefused(
      `${name} is a member of ${listed(groups)} and must be of ${allowed.map(listed).join(', or of ')} and no other: ${REMEDY}`,
    );
  if (role !== undefined && acting !== role)
    throw new StartRefused(
      `${name} did not get its start-up options: the address leads to a pooler that leaves them out; give that of PostgreSQL itself.`,
    );
}

/** The check for `pg`'s pools, which make it once for each new connection. */
export const verifyLogin =
  (role: DatabaseRole) =>
  (client: PoolClient, done: (fault?: Error) => void): void => {
    if (role === 'none') return done();
    expectLogin(client, role).then(
      () => done(),
      (fault: Error) => done(fault),
    );
  };

const isSame = (one: readonly string[], other: readonly string[]) =>
  one.length === other.length && one.every((each) => other.includes(each));

const listed = (groups: readonly string[]) => (groups.length === 0 ? 'no group' : groups.join(' and '));
