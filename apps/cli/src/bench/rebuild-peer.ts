import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { Client } from 'pg';
import { fill } from './fill-log.js';
import type { GeneratedEvent } from './log-generator.js';

interface ProjectedEvent {
  readonly type: string;
  readonly metadata: { readonly streamName: string };
}
interface Tally {
  readonly events: number;
  readonly last: string;
}
/** The part of Emmett's interface that the bench uses. */
interface Emmett {
  getPostgreSQLEventStore(url: string): { readonly schema: { migrate(): Promise<unknown> }; close(): Promise<void> };
  pongoMultiStreamProjection(options: {
    readonly collectionName: string;
    readonly canHandle: readonly string[];
    getDocumentId(event: ProjectedEvent): string;
    evolve(document: Tally | null, event: ProjectedEvent): Tally;
  }): unknown;
  rebuildPostgreSQLProjections(options: {
    readonly connectionString: string;
    readonly projections: readonly unknown[];
    readonly pulling: { readonly batchSize: number };
  }): { start(): Promise<void>; close(): Promise<void> };
}

/**
 * Emmett's own rebuild of one read model (one document per stream, made from every event) from the same events in the
 * same order, in batches of 1,000; returns the seconds.
 * @throws when the documents do not hold every event
 */
export async function rebuildEmmett(modules: string, url: string, generated: () => Iterable<GeneratedEvent>) {
  const entry = join(modules, '@event-driven-io', 'emmett-postgresql', 'dist', 'index.js');
  const emmett = (await import(pathToFileURL(entry).href)) as Emmett;
  const store = emmett.getPostgreSQLEventStore(url);
  await store.schema.migrate();
  await store.close();
  const client = new Client(url);
  await client.connect();
  try {
    const events = await fillEmmett(client, generated());
    const { rows: types } = await client.query<{ type: string }>(
      'select distinct message_type as type from emt_messages',
    );
    const consumer = emmett.rebuildPostgreSQLProjections({
      connectionString: url,
      projections: [
        emmett.pongoMultiStreamProjection({
          collectionName: 'tally',
          canHandle: types.map(({ type }) => type),
          getDocumentId: ({ metadata }) => metadata.streamName,
          evolve: (document, { type }) => ({ events: (document?.events ?? 0) + 1, last: type }),
        }),
      ],
      pulling: { batchSize: 1_000 },
    });
    const began = performance.now();
    await consumer.start();
    const seconds = (performance.now() - began) / 1_000;
    await consumer.close();
    const { rows } = await client.query<{ events: number }>(
      `select coalesce(sum((data ->> 'events')::int), 0)::int as events from tally`,
    );
    if (rows[0]!.events !== events) throw new Error(`Emmett's read model holds ${rows[0]!.events} of ${events} events`);
    return seconds;
  } finally {
    await client.end();
  }
}

const fillEmmett = (client: Client, generated: Iterable<GeneratedEvent>) =>
  fill(generated, async (batch) => {
    await client.query(
      `insert into emt_messages (stream_position, transaction_id, stream_id, message_schema_version, message_id,
         message_type, message_data, message_metadata)
       select revision + 1, pg_current_xact_id(), stream, '1', id, type, data, metadata
       from unnest($1::bigint[], $2::text[], $3::text[], $4::text[], $5::jsonb[], $6::jsonb[])
         with ordinality as line(revision, stream, id, type, data, metadata, nr) order by nr`,
      [
        batch.map(({ revision }) => revision),
        batch.map(({ stream }) => stream),
        batch.map(({ id }) => id),
        batch.map(({ type }) => type),
        batch.map(({ data }) => data),
        batch.map(({ metadata }) => metadata),
      ],
    );
  });
