import { expect } from '@jest/globals';
import { setTimeout as pause } from 'node:timers/promises';
import { isConflict, type StoredEvent } from '#platform/event-store';
import {
  aStream,
  expectLogOrder,
  idsOf,
  LogReader,
  someEvents,
  TENANT,
  type Events,
} from '#platform/event-store/contract';
import { systemClock } from '#platform/kernel';
import { KurrentUnavailable } from './faults.js';
import { KurrentEventStore } from './kurrentdb-event-store.js';
import type { ServerUnderTest } from './server-under-test.js';

const WRITERS = 32;
/** Number of writers that give up early, leaving appends with an unknown outcome. */
const IMPATIENT = 8;
/** Acknowledged appends between two disturbances. */
const BETWEEN_FAILURES = 300;

interface Asked {
  readonly stream: string;
  readonly events: Events;
  /** Revision of its first event in the stream. */
  readonly revision: bigint;
}
type Acknowledged = Asked & { readonly position: bigint };

/** Events written, acknowledged and seen while the server was killed and frozen. */
export interface RecordedWrites {
  readonly failures: number;
  readonly acknowledged: number;
  readonly events: number;
  readonly leftOpen: number;
  readonly leftOpenAndWritten: number;
}

/**
 * Runs 32 writers and a subscriber while the server is killed and frozen in turn. Fails unless every acknowledged event
 * is in the log once, at its acknowledged place; no append is written in part; and the subscriber saw each position
 * once.
 */
export async function writeThroughFailures(server: ServerUnderTest, failures: number): Promise<RecordedWrites> {
  const open = { url: server.url, clock: systemClock, log: 'survival', tryMs: 2_000 };
  let troubles = 0;
  const patient = new KurrentEventStore({ ...open, deadlineMs: 120_000, onTrouble: () => (troubles += 1) });
  const impatient = new KurrentEventStore({ ...open, deadlineMs: 500, onTrouble: () => (troubles += 1) });
  const following = new KurrentEventStore(open);
  const reader = new LogReader(following, 0n);
  const acknowledged: Acknowledged[] = [];
  const leftOpen: Asked[] = [];
  let stopped = false;
  const write = async (store: KurrentEventStore) => {
    while (!stopped) {
      const stream = aStream();
      let revision = 0n;
      for (let i = 0; i < 12 && !stopped; i += 1) {
        const attempt: Asked = { stream, events: someEvents(1 + (i % 3)), revision };
        const answer = await store
          .append(TENANT, stream, i === 0 ? 'no-stream' : revision - 1n, attempt.events)
          .catch(gaveUp);
        if (!answer) leftOpen.push(attempt);
        if (!answer) break;
        if (isConflict(answer)) throw new Error(`${stream} has another writer, at ${answer.conflict.actual}`);
        acknowledged.push({ ...attempt, position: answer.position });
        revision = answer.revision + 1n;
      }
    }
  };
  const writing = Promise.all(Array.from({ length: WRITERS }, (_, i) => write(i < IMPATIENT ? impatient : patient)));
  const until = async (enough: () => boolean) => {
    while (!enough()) await Promise.race([pause(20), writing]);
  };
  try {
    for (let nr = 0; nr < failures; nr += 1) {
      const written = acknowledged.length;
      await until(() => acknowledged.length >= written + BETWEEN_FAILURES);
      const felt = troubles;
      // A frozen server is resumed when a writer has given up on it.
      if (nr % 2 === 0) await server.killAndRestart();
      else await server.freeze(() => until(() => troubles > felt + 1));
    }
    const written = acknowledged.length;
    await until(() => acknowledged.length >= written + BETWEEN_FAILURES);
    stopped = true;
    await writing;
    const last = acknowledged.reduce((most, { position }) => (position > most ? position : most), 0n);
    await reader.reached(last);
    const log: StoredEvent[] = [];
    for await (const page of patient.readAll({ after: 0n })) log.push(...page);
    await reader.reached(log.at(-1)!.position);
    const seen = await reader.stop();
    expectLogOrder(log);
    expect(idsOf(seen)).toEqual(idsOf(log));
    expect(new Set(idsOf(log)).size).toBe(log.length);
    return { failures, ...expectWhole(log, acknowledged, leftOpen), leftOpen: leftOpen.length };
  } finally {
    stopped = true;
    await writing.catch(() => undefined);
    await Promise.all([patient, impatient, following].map((store) => store.close()));
  }
}

function expectWhole(log: readonly StoredEvent[], acknowledged: readonly Acknowledged[], leftOpen: readonly Asked[]) {
  const byId = new Map(log.map((event) => [event.id, event]));
  const missing = acknowledged.flatMap(({ stream, events, revision, position }) => {
    const there = events.map(({ id }) => byId.get(id));
    const right = there.every((event, i) => event?.stream === stream && event.revision === revision + BigInt(i));
    return right && there.at(-1)?.position === position ? [] : [`${stream} at ${revision}`];
  });
  expect(missing).toEqual([]);
  const written = leftOpen.filter(({ events }) => events.some(({ id }) => byId.has(id)));
  expect(written.filter(({ events }) => !events.every(({ id }) => byId.has(id)))).toEqual([]);
  const total = [...acknowledged, ...written].reduce((sum, { events }) => sum + events.length, 0);
  expect(log).toHaveLength(total);
  return { acknowledged: acknowledged.length, events: log.length, leftOpenAndWritten: written.length };
}

function gaveUp(fault: unknown): undefined {
  if (!(fault instanceof KurrentUnavailable)) throw fault;
}
