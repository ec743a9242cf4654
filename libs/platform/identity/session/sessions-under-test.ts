import { openDatabase, PostgresSignals, PostgresWorkingTables, SignalsWithin, type Signals } from '#platform/database';
import { SettableClock } from '#platform/kernel';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { migratedDatabase } from '../../../../test/postgres.js';
import { InMemorySessionStore } from './in-memory-sessions.examples.js';
import { PostgresSessionStore } from './postgres-session-store.js';
import type { NewSession } from './session.js';
import type { SessionStore } from './session-store.js';
import { Sessions, type SessionOptions } from './sessions.js';
import { ConfirmSessions1796300010000, CreateSessions1796300000301 } from './sessions.migration.js';

/** A store under specification, with the signals of a process beside the one that changes it. */
export interface StoreUnderTest {
  readonly store: SessionStore;
  readonly signals: Signals;
  /** Everything that is stored, as text. */
  stored(): Promise<string>;
  close(): Promise<void>;
}

export function inMemory(): Promise<StoreUnderTest> {
  const signals = new SignalsWithin();
  const store = new InMemorySessionStore(signals);
  const stored = () => Promise.resolve(JSON.stringify(store));
  return Promise.resolve({ store, signals, stored, close: () => Promise.resolve() });
}

/** With the API's login. */
export async function onPostgres(): Promise<StoreUnderTest> {
  const database = await migratedDatabase([CreateSessions1796300000301, ConfirmSessions1796300010000]);
  const url = database.environment.DATABASE_URL_API;
  const source = await openDatabase({ url, entities: [] });
  const signals = new PostgresSignals(url);
  return {
    store: new PostgresSessionStore(source, new PostgresWorkingTables(source)),
    signals,
    stored: async () => {
      const owner = new pg.Client(database.ownerUrl);
      await owner.connect();
      const { rows } = await owner.query<{ all: string }>(
        `select string_agg(row_to_json(it)::text || encode(digest, 'base64') || encode(digest, 'escape'), ' ') as all
         from session as it`,
      );
      await owner.end();
      return rows[0]!.all;
    },
    close: async () => {
      await signals.close();
      await source.destroy();
      await database.drop();
    },
  };
}

const OPTIONS: SessionOptions = {
  idleMinutes: 480,
  hours: 24,
  confirmMinutes: 15,
  secure: false,
  accepts: ['persona-picker', 'openid-connect'],
};

/** A browser: keeps the cookie that it is given, and sends it. */
export class BrowserUnderTest {
  readonly received: string[] = [];

  constructor(
    public cookie = '',
    private readonly userAgent?: string,
  ) {}

  readonly request = {
    get: (name: string): string | undefined =>
      ({ cookie: this.cookie, 'user-agent': this.userAgent })[name.toLowerCase()],
  };
  readonly response = {
    append: (_: string, header: string): void => {
      this.received.push(header);
      this.cookie = header.split(';')[0]!;
    },
  };
}

export const sessionsOf = (store: SessionStore, options: Partial<SessionOptions> = {}) =>
  new Sessions(store, { ...OPTIONS, ...options }, clock);

/** Signs a person in; the browser keeps the cookie. */
export async function signedIn(sessions: Sessions, who: NewSession, browser: BrowserUnderTest) {
  const session = await sessions.begin(browser.request, browser.response, who);
  return { ...browser, browser, session };
}

/** Somebody else at each call. */
export const aPerson = (more: Partial<NewSession> = {}): NewSession => ({
  tenant: '9901',
  personId: randomUUID(),
  via: 'persona-picker',
  ...more,
});

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const NOW = new Date('2026-11-30T08:00:00Z');
/** The clock of all sessions here; each specification sets it back. */
export const clock = new SettableClock(NOW);
/** Sets the clock to so many ms after `NOW`. */
export const after = (ms: number) => clock.set(new Date(NOW.getTime() + ms));
