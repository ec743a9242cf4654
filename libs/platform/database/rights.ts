import type { ClientBase } from 'pg';
import { StartRefused } from '#platform/environment';
import { MIGRATION_TABLE } from './naming.js';

/** What the user of `DATABASE_URL`, who is seldom a superuser, may do where Samspill is to live. Names are quoted for SQL. */
export interface Rights {
  readonly user: string;
  readonly database: string;
  /** Whether it may make tables in the schema `public` and let others use it, as the database's owner may. */
  readonly ownsSchema: boolean;
  /** Whose the tables of Samspill's are that are there already, where the user cannot change them. */
  readonly stranger: string | null;
  /** What belongs to the cluster's first superuser cannot be handed over. */
  readonly strangerKeeps: boolean | null;
  readonly makesRoles: boolean;
  /** Of Samspill's two roles, those that are not there. */
  readonly missing: readonly string[];
  /** Those that are there, and that the user cannot take or has no part in. */
  readonly notHeld: readonly string[];
  /** What a grant must say so that the role can be taken, and its rights are the user's too. */
  readonly grantOptions: string;
  /** False for a `noinherit` user of PostgreSQL 15, where that is no matter of the grant. */
  readonly inherits: boolean;
}

/**
 * Looks, and changes nothing. A role must be there to be taken (`set role`); the runner's rights must be the owner's as
 * well, so that migrations can change what belongs to it and see every row.
 */
export async function rightsOf(owner: ClientBase): Promise<Rights> {
  const { rows } = await owner.query<Rights>(RIGHTS, [MIGRATION_TABLE]);
  return rows[0]!;
}

/** Who lacks what, and what an administrator must run so that nothing is lacking. */
export function lacking(rights: Rights): StartRefused {
  const { user, database, stranger } = rights;
  if (stranger === null)
    return new StartRefused(
      `The user ${user} lacks rights that Samspill needs in the database ${database}: ` +
        `let an administrator run there, and then start again: ${statementsFor(rights).join(' ')}`,
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
  const { user, missing, notHeld } = rights;
  const granted = [...new Set([...missing, ...notHeld])].sort();
  return [
    ...(rights.ownsSchema ? [] : [`ALTER SCHEMA public OWNER TO ${user};`]),
    ...missing.map((role) => `CREATE ROLE ${role} NOLOGIN;`),
    ...(granted.length === 0 ? [] : [`GRANT ${granted.join(', ')} TO ${user}${rights.grantOptions.toUpperCase()};`]),
    ...(granted.length === 0 || rights.inherits ? [] : [`ALTER ROLE ${user} INHERIT;`]),
  ];
}

/** Since PostgreSQL 16 a grant says itself what comes with it, and membership alone says nothing of taking the role. */
const SINCE_16 = `current_setting('server_version_num')::int >= 160000`;

const RIGHTS = `
  with role as (
    select name, oid from unnest(array['samspill_app', 'samspill_runner']) as name left join pg_roles on rolname = name
  )
  select
    quote_ident(session_user) as "user",
    quote_ident(current_database()) as "database",
    has_schema_privilege(session_user, 'public', 'CREATE WITH GRANT OPTION') as "ownsSchema",
    quote_ident(pg_get_userbyid(stranger)) as stranger,
    stranger = 10 as "strangerKeeps",
    rolcreaterole or rolsuper as "makesRoles",
    array(select name from role where oid is null order by name) as missing,
    array(select name from role where oid is not null and not (
      pg_has_role(session_user, oid, case when ${SINCE_16} then 'SET' else 'MEMBER' end)
      and (name = 'samspill_app' or pg_has_role(session_user, oid, 'USAGE'))) order by name) as "notHeld",
    case when ${SINCE_16} then ' with inherit true, set true' else '' end as "grantOptions",
    rolinherit or ${SINCE_16} as inherits
  from pg_roles left join (select relowner as stranger from pg_class
      where oid = to_regclass($1) and not pg_has_role(session_user, relowner, 'USAGE')) as there on true
  where rolname = session_user`;
