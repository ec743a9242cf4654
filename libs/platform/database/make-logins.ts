import { createHash, createHmac, pbkdf2Sync, randomBytes } from 'node:crypto';
import { Client, escapeLiteral, type ClientBase } from 'pg';
import { StartRefused } from '#platform/environment';
import { normalized } from '#platform/kernel';
import { connectionOptions } from './connection.js';
import { LOGIN_GROUPS, LOGIN_VARIABLES, loginNameIn, type WantedLogin } from './logins.js';
import type { Rights } from './rights.js';
import { sqlStateOf } from './sql-state.js';
import { retryRoleChange } from './retry-role-change.js';

/** Groups that a login is not a member of yet. Names are quoted for SQL. */
interface Lacking {
  readonly login: string;
  readonly isMissing: boolean;
  readonly groups: readonly string[];
}

const LACKING = `
  select quote_ident($1) as login, me.oid is null as "isMissing",
    array(select name from unnest($2::text[]) as name where not exists (
      select from pg_auth_members as it join pg_roles as owning on owning.oid = it.roleid
      where it.member = me.oid and owning.rolname = name) order by name) as groups
  from (select) as one left join pg_roles as me on me.rolname = $1`;

async function lackingOf(owner: ClientBase, { kind, url }: WantedLogin): Promise<Lacking> {
  const { rows } = await owner.query<Lacking>(LACKING, [loginNameIn(url), LOGIN_GROUPS[kind]]);
  return rows[0]!;
}

/** Statements for an administrator, for logins that the owner has no right to make or to add to their groups. */
export async function loginStatements(
  owner: ClientBase,
  { makesRoles, missing, notGiven }: Rights,
  wanted: readonly WantedLogin[],
): Promise<readonly string[]> {
  const statements: string[] = [];
  for (const each of wanted) {
    const { login, isMissing, groups } = await lackingOf(owner, each);
    const cannotGrant = groups.some((group) => notGiven.includes(group) || (missing.includes(group) && !makesRoles));
    if (!cannotGrant && (!isMissing || makesRoles)) continue;
    if (isMissing) statements.push(`CREATE ROLE ${login} LOGIN PASSWORD '…';`);
    if (groups.length > 0) statements.push(`GRANT ${groups.join(', ')} TO ${login};`);
  }
  return statements;
}

/**
 * Makes the missing logins and adds them to their groups. A password that does not work is replaced if Samspill made it.
 * Idempotent; the groups must exist.
 * @throws StartRefused when a login that was given cannot sign in
 */
export async function makeLogins(owner: ClientBase, wanted: readonly WantedLogin[]): Promise<void> {
  for (const each of wanted) {
    const { login, isMissing, groups } = await lackingOf(owner, each);
    if (isMissing)
      await retryRoleChange(() =>
        owner.query(`do $make$ begin
          if to_regrole(${escapeLiteral(login)}) is null then
            create role ${login} login nosuperuser nobypassrls nocreatedb nocreaterole inherit ${passwordClause(each.url) ?? ''};
          end if;
        end $make$`),
      );
    if (groups.length > 0) await retryRoleChange(() => owner.query(`grant ${groups.join(', ')} to ${login}`));
    if (await canSignIn(each.url)) continue;
    const password = passwordClause(each.url);
    if (each.given || password === undefined) throw wrongPassword(login, each);
    await retryRoleChange(() => owner.query(`alter role ${login} ${password}`)).catch((fault: unknown) => {
      throw sqlStateOf(fault) === NOT_ALLOWED ? wrongPassword(login, each) : fault;
    });
  }
}

const NOT_ALLOWED = '42501';
const WRONG_PASSWORD = '28P01';

const wrongPassword = (login: string, { kind }: WantedLogin) =>
  new StartRefused(
    `The login ${login} exists with another password: set ${LOGIN_VARIABLES[kind]} to an address with the right one ` +
      `(an administrator sets another with ALTER ROLE ${login} PASSWORD '…').`,
  );

async function canSignIn(url: string): Promise<boolean> {
  const client = new Client(connectionOptions(url, 'none'));
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (fault) {
    if (sqlStateOf(fault) === WRONG_PASSWORD) return false;
    throw fault;
  } finally {
    await client.end().catch(() => undefined);
  }
}

const ROUNDS = 4_096;

/**
 * The clause with the password's SCRAM verifier, so that no statement, and so no log of the server, has the password
 * itself; undefined for an address without a password.
 */
function passwordClause(url: string): string | undefined {
  const password = decodeURIComponent(new URL(url).password);
  if (password === '') return undefined;
  const salt = randomBytes(16);
  const salted = pbkdf2Sync(normalized(password, 'NFKC'), salt, ROUNDS, 32, 'sha256');
  const keyed = (text: string) => createHmac('sha256', salted).update(text).digest();
  const stored = createHash('sha256').update(keyed('Client Key')).digest('base64');
  const verifier = `SCRAM-SHA-256$${ROUNDS}:${salt.toString('base64')}$${stored}:${keyed('Server Key').toString('base64')}`;
  return `password ${escapeLiteral(verifier)}`;
}
