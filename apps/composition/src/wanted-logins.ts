import { randomBytes } from 'node:crypto';
import {
  LOGIN_VARIABLES,
  newLogin,
  readLoginFile,
  writeLoginFile,
  type LoginKind,
  type WantedLogin,
} from '#platform/database';
import { LOGIN_KINDS, StartRefused, type Environment } from '#platform/environment';
import type { OpenPostgres } from './open-postgres.js';

interface Found extends Readonly<Record<LoginKind, WantedLogin | undefined>> {
  /** Keeps those that were made up, once they have been made. */
  keep(): Promise<void>;
}

/**
 * The installation's logins: from the variables, or the data folder's file for the same database. Whoever has the
 * owner's address (`owner`) makes up those that there are not.
 */
export async function wantedLogins(
  { databaseLogins, dataFolder, databaseUrl }: Environment,
  { owner, embedded }: Pick<OpenPostgres, 'owner' | 'embedded'>,
): Promise<Found> {
  const kept = await readLoginFile(dataFolder);
  const at = owner ?? databaseUrl;
  const found = (kind: LoginKind): WantedLogin | undefined => {
    const given = databaseLogins[kind];
    if (given !== undefined) return { kind, url: given, given: true };
    const own = kept[kind];
    if (own !== undefined && at !== undefined && (embedded || isSameDatabase(own, at)))
      return { kind, url: movedTo(at, own), given: false };
    return owner === undefined ? undefined : newLogin(kind, owner, randomBytes(24).toString('base64url'));
  };
  const all = { api: found('api'), worker: found('worker'), operator: found('operator') };
  const own = LOGIN_KINDS.flatMap((kind) => {
    const login = all[kind];
    return login === undefined || login.given ? [] : [[kind, login.url] as const];
  });
  const keep = async () => {
    if (own.some(([kind, url]) => kept[kind] !== url)) await writeLoginFile(dataFolder, Object.fromEntries(own));
  };
  return { ...all, keep };
}

/** @throws StartRefused when the process has no login of this kind */
export function loginOf(found: Found, kind: LoginKind): string {
  const login = found[kind];
  if (login !== undefined) return login.url;
  const variable = LOGIN_VARIABLES[kind];
  throw new StartRefused(
    `${variable} is not set, and DATABASE_URL is used by migrate and start only: run samspill migrate with DATABASE_URL, ` +
      `which makes the logins, then set ${variable} to the address that it has written down (docs/operations.md).`,
  );
}

const isSameDatabase = (one: string, other: string): boolean => {
  const [a, b] = [new URL(one), new URL(other)];
  return a.host === b.host && a.pathname === b.pathname;
};

/** The login at the place of the other address: the embedded server gets another port. */
function movedTo(at: string, login: string): string {
  const url = new URL(at);
  const { username, password } = new URL(login);
  [url.username, url.password] = [username, password];
  return url.href;
}
