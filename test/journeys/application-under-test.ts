import type { AddressInfo } from 'node:net';
import { builtPages, createApi } from '../../apps/api/src/index.js';
import { migrations, openInstallation } from '../../apps/composition/src/index.js';
import { followersOf } from '../../apps/worker/src/index.js';
import { readEnvironment } from '#platform/environment';
import { SettableClock, stableId } from '#platform/kernel';
import { openLog } from '#platform/observability';
import { demandDocumentedStatuses } from '../../libs/platform/http/documented-statuses.examples.js';
import { separateLogSettings } from '../separate-log.js';
import { migratedDatabase, type FreshDatabase } from '../postgres.js';

/** Time limit for the read models to catch up, in ms. */
const CATCH_UP_MS = 60_000;

/**
 * The whole application on a real PostgreSQL and a real port, at a time that the test sets; over KurrentDB if
 * `KURRENTDB_URL` names one.
 */
export type ApplicationUnderTest = Awaited<ReturnType<typeof openApplication>>;

/**
 * @param settings further variables of the environment
 * @param on a database that is dropped at the end, in place of an empty one
 */
export async function openApplication(
  startsAt: string,
  settings: Readonly<Record<string, string | undefined>> = {},
  on?: FreshDatabase,
) {
  const database = on ?? (await migratedDatabase(migrations));
  const clock = new SettableClock(new Date(startsAt));
  const environment = readEnvironment({
    ...separateLogSettings(),
    ...database.environment,
    // A journey signs in as more people in a minute than a municipality does.
    RATE_SIGN_IN: '1000000',
    RATE_WITHOUT_SESSION: '1000000',
    SESSION_KEY: 'a key for tests only'.padEnd(48, '.'),
    ...settings,
  });
  const installation = await openInstallation(environment, { clock });
  const logged: string[] = [];
  const log = openLog('info', { write: (line) => void logged.push(line) });
  const { freshness } = installation;
  const app = await createApi(installation, {
    environment,
    log,
    freshness,
    health: [],
    measures: [],
    pages: builtPages(),
  });
  demandDocumentedStatuses(app);
  const followers = followersOf(installation, app, log);
  followers.start();
  await app.listen(0, '127.0.0.1');
  const address = `http://127.0.0.1:${(app.getHttpServer().address() as AddressInfo).port}`;

  /** Waits until the read models show everything up to `position` (the end of the log if not given). */
  async function caughtUp(position?: bigint): Promise<void> {
    const wanted = position ?? (await installation.events.head());
    if (!(await freshness.reached(wanted, CATCH_UP_MS)))
      throw new Error(`The read models did not reach position ${wanted} in ${CATCH_UP_MS} ms.`);
  }

  return {
    address,
    installation,
    app,
    /** Lines of the log, the last one last. */
    logged: logged as readonly string[],
    caughtUp,
    /** Sets the clock to a later instant. */
    setClock: (instant: string) => clock.set(new Date(instant)),
    /** A signed-in person who calls the API over HTTP. */
    personOf: (tenant: string, personId: string) =>
      new Person(address, () => installation.sessions.issue({ tenant, personId, via: 'persona-picker' })),
    /**
     * The session cookie of a signed-in person, as a browser stores it: `name=value`. Waits until the read models have
     * caught up: to an API that does not know the person yet, the cookie is that of a stranger.
     */
    async cookieOf(tenant: string, personId: string) {
      await caughtUp();
      return installation.sessions.issue({ tenant, personId, via: 'persona-picker' });
    },
    async close() {
      try {
        await app.close();
      } finally {
        await followers.stop();
        await installation.close();
        await database.drop();
      }
    },
  };
}

export interface Answer {
  readonly status: number;
  readonly etag: string | null;
  readonly body: Record<string, unknown>;
}

let keys = 0;

/** An API client for one person: every read waits for the client's last write. */
export class Person {
  constructor(
    private readonly address: string,
    private readonly cookie: () => Promise<string>,
  ) {}

  get(path: string, after?: string): Promise<Answer> {
    const url = after === undefined ? path : `${path}${path.includes('?') ? '&' : '?'}after=${after}`;
    return this.ask('GET', url);
  }
  post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('POST', path, body, headers);
  }
  put(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Answer> {
    return this.ask('PUT', path, body, headers);
  }

  private async ask(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const bytes = body instanceof Uint8Array;
    const response = await fetch(`${this.address}/api${path}`, {
      method,
      headers: {
        cookie: await this.cookie(),
        'accept-language': 'nb',
        ...(method !== 'GET' && { 'idempotency-key': stableId('journey', (keys += 1)) }),
        ...(body !== undefined && { 'content-type': bytes ? 'application/octet-stream' : 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: bytes ? new Uint8Array(body) : JSON.stringify(body) }),
    });
    const text = await response.text();
    return {
      status: response.status,
      etag: response.headers.get('etag'),
      body: (text ? JSON.parse(text) : {}) as Record<string, unknown>,
    };
  }
}

/** The body of a successful answer; throws the answer otherwise. */
export function accepted({ status, body }: Answer): Record<string, unknown> {
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body;
}
