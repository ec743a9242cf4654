import { LOGIN_KINDS, LOGIN_VARIABLES, type LoginKind } from '#platform/environment';
import type { DatabaseRole } from './database-role.js';

/** A group that logins are members of. */
export type LoginGroup = Exclude<DatabaseRole, 'none'>;

/**
 * The groups that a login of each kind is a member of, and of no others. A connection takes one of them in its start-up
 * message; `set role` leads to no more than these.
 * - `api`: reads one tenant at a time and appends to the log
 * - `worker`: that, and writes the read models of every tenant; also for commands that write
 * - `operator`: reads the log, compares and rebuilds read models; appends nothing
 */
export const LOGIN_GROUPS: Readonly<Record<LoginKind, readonly [LoginGroup, ...LoginGroup[]]>> = {
  api: ['samspill_app'],
  worker: ['samspill_app', 'samspill_runner'],
  operator: ['samspill_operator', 'samspill_runner'],
};

/** A login that an installation needs. */
export interface WantedLogin {
  readonly kind: LoginKind;
  /** Connection string with its name and password; never printed. */
  readonly url: string;
  /** True if an administrator gave it in a variable: then its password is never changed. */
  readonly given: boolean;
}

/** Ends of the names of logins that Samspill makes, after the name of the database: logins belong to the server. */
const ENDS: Readonly<Record<LoginKind, string>> = { api: 'api', worker: 'worker', operator: 'operations' };
/** PostgreSQL cuts names at 63 bytes. */
const LONGEST_BEGINNING = 50;

/** Connection string of a login that does not exist yet, for the database of `owner`. */
export function newLogin(kind: LoginKind, owner: string, password: string): WantedLogin {
  const url = new URL(owner);
  const database = decodeURIComponent(url.pathname.slice(1)) || 'samspill';
  url.username = encodeURIComponent(`${database.slice(0, LONGEST_BEGINNING)}_${ENDS[kind]}`);
  url.password = encodeURIComponent(password);
  return { kind, url: url.href, given: false };
}

/** Name of the login in a connection string. */
export const loginNameIn = (url: string): string => decodeURIComponent(new URL(url).username);

export { LOGIN_KINDS, LOGIN_VARIABLES, type LoginKind };
