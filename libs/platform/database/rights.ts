import type { ClientBase } from 'pg';
import { StartRefused } from '#platform/environment';
import { MIGRATION_TABLE } from './naming.js';

/**
 * Rights of the user of `DATABASE_URL`, who is seldom a superuser, in Samspill's database. Names are quoted for SQL.
 */
export interface Rights {
  readonly user: string;
  readonly database: string;
  /** True if it may create tables in the schema `public` and grant others their use, as the database's owner may. */
  readonly ownsSchema: boolean;
  /** True if it may create schemas, as the database's owner may: that of the queues. */
  readonly makesSchemas: boolean;
  /** Owner of existing Samspill tables that the user cannot change. */
  readonly stranger: string | null;
  /** True if that is the cluster's first superuser, whose objects cannot be reassigned. */
  readonly strangerKeeps: boolean | null;
  readonly makesRoles: boolean;
  /** Samspill's roles that do not exist. */
  readonly missing: readonly string[];
  /** Existing roles that the user cannot take or is not a member of; it needs no part of the operators'. */
  readonly notHeld: readonly string[];
  /** Existing roles that the user may not grant to logins. */
  readonly notGiven: readonly string[];
  /** Grant options with which the user can take the role and inherits its rights. */
  readonly grantOptions: string;
  /** False for a `noinherit` user of PostgreSQL 15, where a grant has no options for it. */
  readonly inherits: boolean;
}

/**
 * Reads the rights and changes nothing. The user must be able to take both roles (`set role`), and the owner must have
 * the runner's rights as well, so that migrations can change its tables and see every row.
 */
export async function rightsOf(owner: ClientBase): Promise<Rights> {
  const { rows } = await owner.query<Rights>(RIGHTS, [MIGRATION_TABLE]);
  return rows[0]!;
}

/** The missing rights, and the statements with which an administrator grants them, with those `forLogins`. */
export function lacking(rights: Rights, forLogins: readonly string[]): StartRefused {
  const { user, database, stranger } = rights;
  if (stranger === null)
    return new StartRefused(
      `The user ${user} lacks rights that Samspill needs in the database ${database}: ` +
        `let an administrator run there, and then start again: ${[...statementsFor(rights), ...forLogins].join(' ')}`,
    );
  const otherwise = rights.strangerKeeps
    ? `restore a dump of it into a database of ${user}'s (docs/operations.md).`
    : `let an administrator run there: REASSIGN OWNED BY ${stranger} TO ${user};`;
  return new StartRefused(
    `Samspill's tables in the database ${database} belong to ${stranger} and not to ${user}: ` +
      `sign in as ${stranger} in DATABASE_URL, or ${otherwise}`,
  );
}

function statementsFor(rights: Rights): readonly string[] {
  const { user, notHeld } = rights;
  // A user that may make roles makes the missing ones itself, and may then grant them to the logins.
  const missing = rights.makesRoles ? [] : rights.missing;
  const granted = [...new Set([...missing, ...notHeld])].filter((role) => role !== 'samspill_operator').sort();
  return [
    ...(rights.ownsSchema ? [] : [`ALTER SCHEMA public OWNER TO ${user};`]),
    ...(rights.makesSchemas ? [] : [`GRANT CREATE ON DATABASE ${rights.database} TO ${user};`]),
    ...missing.map((role) => `CREATE ROLE ${role} NOLOGIN;`),
    ...(granted.length === 0 ? [] : [`GRANT ${granted.join(', ')} TO ${user}${rights.grantOptions.toUpperCase()};`]),
    ...(granted.length === 0 || rights.inherits ? [] : [`ALTER ROLE ${user} INHERIT;`]),
  ];
}

/** Since PostgreSQL 16 each grant has its own options, and membership alone does not allow `set role`. */
const SINCE_16 = `current_setting('server_version_num')::int >= 160000`;

const RIGHTS = `
  with role as (
    select name, oid from unnest(array['samspill_app', 'samspill_operator', 'samspill_runner']) as name left join pg_roles on rolname = name
  )
  select
    quote_ident(session_user) as "user",
    quote_ident(current_database()) as "database",
    has_schema_privilege(session_user, 'public', 'CREATE WITH GRANT OPTION') as "ownsSchema",
    has_database_privilege(session_user, current_database(), 'CREATE') as "makesSchemas",
    quote_ident(pg_get_userbyid(stranger)) as stranger,
    stranger = 10 as "strangerKeeps",
    rolcreaterole or rolsuper as "makesRoles",
    array(select name from role where oid is null order by name) as missing,
    array(select name from role where oid is not null and name <> 'samspill_operator' and not (
      pg_has_role(session_user, oid, case when ${SINCE_16} then 'SET' else 'MEMBER' end)
      and (name = 'samspill_app' or pg_has_role(session_user, oid, 'USAGE'))) order by name) as "notHeld",
    array(select name from role where oid is not null and not (rolsuper or (rolcreaterole and not ${SINCE_16})
      or pg_has_role(session_user, oid, 'MEMBER WITH ADMIN OPTION')) order by name) as "notGiven",
    case when ${SINCE_16} then ' with inherit true, set true' else '' end as "grantOptions",
    rolinherit or ${SINCE_16} as inherits
  from pg_roles left join (select relowner as stranger from pg_class
      where oid = to_regclass($1) and not pg_has_role(session_user, relowner, 'USAGE')) as there on true
  where rolname = session_user`;
