import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { PEER_CONNECTIONS, type AppendSystem } from './append-systems.js';
import { benchPool } from './bench-pool.js';

/** The part of Emmett's interface that the bench uses. */
interface EmmettStore {
  readonly schema: { migrate(): Promise<unknown> };
  appendToStream(
    stream: string,
    events: readonly { readonly type: string; readonly data: unknown; readonly metadata: unknown }[],
    options: { readonly expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' },
  ): Promise<unknown>;
  close(): Promise<void>;
}
interface Emmett {
  readonly getPostgreSQLEventStore: (url: string) => EmmettStore;
}

/** Emmett set up as in its documentation, with its own pool. */
export const emmett = (modules: string): AppendSystem => ({
  name: 'emmett',
  async open(url) {
    const entry = join(modules, '@event-driven-io', 'emmett-postgresql', 'dist', 'index.js');
    const { getPostgreSQLEventStore } = (await import(pathToFileURL(entry).href)) as Emmett;
    const store = getPostgreSQLEventStore(url);
    await store.schema.migrate();
    return {
      async append(stream, revision, { type, data, metadata }) {
        const expectedStreamVersion = revision < 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision + 1);
        await store.appendToStream(stream, [{ type, data, metadata }], { expectedStreamVersion });
      },
      close: () => store.close(),
    };
  },
});

const WRITE = 'SELECT write_message($1, $2, $3, $4, $5, $6)';

/** message-db installed by its own scripts (which need psql), without its roles; one named statement per connection. */
export const messageDb = (modules: string): AppendSystem => ({
  name: 'message-db',
  async open(url) {
    const database = join(modules, '@eventide', 'message-db', 'database');
    const options = '-c search_path=message_store,public -c client_min_messages=warning';
    const pool = benchPool({ connectionString: url, options, max: PEER_CONNECTIONS });
    const scripts = ['schema/message-store', 'types/message', 'tables/messages'];
    for (const script of ['install-functions.sh', 'install-indexes.sh']) {
      const text = await readFile(join(database, script), 'utf8');
      scripts.push(...[...text.matchAll(/\/((?:functions|indexes)\/[\w-]+)\.sql/g)].map((match) => match[1]!));
    }
    for (const script of scripts) await pool.query(await readFile(join(database, `${script}.sql`), 'utf8'));
    return {
      async append(stream, revision, { id, type, data, metadata }) {
        await pool.query({ name: 'write', text: WRITE, values: [id, stream, type, data, metadata, revision] });
      },
      close: () => pool.end(),
    };
  },
});
