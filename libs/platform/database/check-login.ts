import { Client } from 'pg';
import { StartRefused } from '#platform/environment';
import { connectionOptions } from './connection.js';
import type { DatabaseRole } from './database-role.js';
import { expectLogin } from './expect-login.js';
import { LOGIN_GROUPS, type LoginKind } from './logins.js';
import { sqlStateOf } from './sql-state.js';

const WHY: ReadonlyMap<string, string> = new Map<string, string>(
  Object.entries({
    ECONNREFUSED: 'nothing answers there',
    ENOTFOUND: 'there is no such host',
    ETIMEDOUT: 'it does not answer',
    '28P01': 'the password is wrong',
    '28000': 'the user may not sign in',
    '3D000': 'there is no such database',
    '42501': 'the user may not connect to it',
    '53300': 'it has no connections left',
  }),
);

/**
 * Checks an address at the start of a process: that the server can be reached, without a pooler in transaction mode, and
 * that the login is of this kind (undefined: the owner's, of which nothing is demanded here). `further` checks what else
 * the process needs, in a session that has taken the login's first group.
 * @throws StartRefused with the host and the name of the variable, never the password
 */
export async function checkLogin(
  url: string,
  variable: string,
  kind?: LoginKind,
  further?: (session: Client) => Promise<void>,
): Promise<void> {
  const role = kind === undefined ? 'none' : LOGIN_GROUPS[kind][0];
  // A login of another kind may not take the role, so the first connection takes none.
  const [one, other] = [clientOf(url, 'none'), clientOf(url, role)];
  try {
    await connect(one, url, variable);
    if (kind !== undefined) await expectLogin(one, undefined, kind);
    await connect(other, url, variable);
    if (await shareSessions(one, other)) throw pooled(url, variable);
    if (role !== 'none') await expectLogin(other, role, kind);
    await further?.(other);
  } finally {
    await Promise.all([one, other].map((client) => client.end().catch(() => undefined)));
  }
}

const TIMEOUT_MS = 10_000;

function clientOf(url: string, role: DatabaseRole): Client {
  const client = new Client({
    ...connectionOptions(url, role),
    connectionTimeoutMillis: TIMEOUT_MS,
    query_timeout: TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  return client;
}

const PROTOCOL_VIOLATION = '08P01';

async function connect(client: Client, url: string, variable: string): Promise<void> {
  try {
    await client.connect();
  } catch (fault) {
    // PgBouncer refuses start-up options that it is not told to leave out.
    if (sqlStateOf(fault) === PROTOCOL_VIOLATION) throw pooled(url, variable);
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : 'no answer in time';
    throw new StartRefused(
      `The database at ${new URL(url).host} cannot be reached (${WHY.get(code) ?? code}): see to it, or correct ${variable}.`,
    );
  }
}

const TIMES = 3;

/**
 * True when two connections are not two sessions of the server, or one changes its session between two transactions: a
 * pooler hands out sessions by transaction. While one is in a transaction, the other must get another session.
 */
async function shareSessions(one: Client, other: Client): Promise<boolean> {
  const seen = [new Set<number>(), new Set<number>()] as const;
  const ask = async (client: Client, pids: Set<number>) => {
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
    pids.add(rows[0]!.pid);
  };
  const isShared = () => seen.some((pids) => pids.size > 1) || [...seen[0]].some((pid) => seen[1].has(pid));
  for (let time = 0; time < TIMES; time += 1) {
    await ask(one, seen[0]);
    await ask(other, seen[1]);
    // A pooler with one session would let the next statement wait for the transaction.
    if (isShared()) return true;
    await other.query('begin');
    await ask(one, seen[0]);
    await ask(other, seen[1]);
    await other.query('commit');
  }
  return isShared();
}

const pooled = (url: string, variable: string) =>
  new StartRefused(
    `The address in ${variable} (${new URL(url).host}) leads to a pooler that shares sessions or refuses start-up options, ` +
      'such as PgBouncer in transaction mode, and Samspill cannot work through it: give the address of PostgreSQL itself.',
  );
