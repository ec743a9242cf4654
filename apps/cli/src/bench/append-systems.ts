import { randomUUID } from 'node:crypto';
import { isConflict, type NewEvent } from '#platform/event-store';
import { eventStoreMigrations, PostgresEventStore } from '#platform/event-store-postgres';
import { systemClock } from '#platform/kernel';
import { migrateForBench } from './bench-database.js';
import { benchPool } from './bench-pool.js';

/** A log open for appending one event at a time, with a check of the stream's revision (-1: no stream yet). */
export interface OpenLog {
  /** Durable when it returns. @throws on a conflict as on any fault */
  append(stream: string, revision: number, event: NewEvent): Promise<void>;
  close(): Promise<void>;
}

/** One of the compared systems, on an empty database of its own. */
export interface AppendSystem {
  readonly name: string;
  open(url: string): Promise<OpenLog>;
}

/** Connections for the systems that let their users choose the number: many for a server with a few cores. */
export const PEER_CONNECTIONS = 16;

export const samspill: AppendSystem = {
  name: 'samspill-postgres',
  async open(url) {
    const { worker } = await migrateForBench(url, eventStoreMigrations);
    const store = new PostgresEventStore({ connectionString: worker, clock: systemClock });
    return {
      async append(stream, revision, event) {
        const answer = await store.append(TENANT, stream, revision < 0 ? 'no-stream' : BigInt(revision), [event]);
        if (isConflict(answer)) throw new Error(`${stream} is at ${answer.conflict.actual}`);
      },
      close: () => store.close(),
    };
  },
};

/**
 * Baseline without an event store: the cost of one row in one transaction, checking only that the stream's revision is
 * unique.
 */
export const plainInsert: AppendSystem = {
  name: 'plain-insert',
  async open(url) {
    const pool = benchPool({ connectionString: url, max: PEER_CONNECTIONS });
    await pool.query(`CREATE TABLE event (position bigserial PRIMARY KEY, stream text NOT NULL, revision bigint NOT NULL,
      id uuid NOT NULL, type text NOT NULL, data jsonb NOT NULL, metadata jsonb NOT NULL,
      recorded_at timestamptz NOT NULL DEFAULT now(), UNIQUE (stream, revision))`);
    const text = 'INSERT INTO event (stream, revision, id, type, data, metadata) VALUES ($1, $2, $3, $4, $5, $6)';
    return {
      async append(stream, revision, { id, type, data, metadata }) {
        await pool.query({ name: 'insert', text, values: [stream, revision + 1, id, type, data, metadata] });
      },
      close: () => pool.end(),
    };
  },
};

/** Tenant of the benchmarks' events. */
export const TENANT = '3203';

/** An event of about 420 bytes of JSON, of the kind that Samspill writes most. */
export const benchEvent = (): NewEvent => ({
  id: randomUUID(),
  type: 'actions.FollowUpRecorded',
  schemaVersion: 1,
  data: { on: '2026-11-22', outcome: 'on-track', note: null, nextFollowUpOn: '2026-12-15', meetingId: randomUUID() },
  metadata: {
    commandId: randomUUID(),
    request: 'b1946ac92492d2347c6235b4d2611184',
    correlationId: randomUUID(),
    actor: randomUUID(),
    occurredAt: '2026-11-22T09:30:00.000Z',
  },
});
