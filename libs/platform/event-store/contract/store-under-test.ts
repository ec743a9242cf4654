import { randomUUID } from 'node:crypto';
import { expect } from '@jest/globals';
import { isConflict, type Appended, type EventStore, type Expected, type NewEvent } from '../event-store.js';

/** The events of an append, at least one. */
export type Events = readonly [NewEvent, ...NewEvent[]];

/** One client of the log, as in one process. */
export interface Client {
  readonly store: EventStore;
  close(): Promise<void>;
}

/** An engine with a log. The log need not be empty, and positions may have gaps. */
export interface StoreUnderTest {
  /** Another client of the same log, as independent as another process. */
  open(): Promise<Client>;
  /**
   * Appends with a client that is killed during the append. Returns the answer if it came before the end: then the
   * append counts as acknowledged.
   */
  appendAndDie(stream: string, expected: Expected, events: Events): Promise<Appended | undefined>;
  close(): Promise<void>;
}

/** Tenant of the streams, where a test is not about tenants. */
export const TENANT = '3203';
export const OTHER_TENANT = '3205';

export const aStream = (): string => `meeting-${randomUUID()}`;

/** An event whose data no test reads, or one with this data. */
export const anEvent = (data: unknown = { agenda: 'Oppfølging av tiltak' }): NewEvent => ({
  id: randomUUID(),
  type: 'meetings.ContractTried',
  schemaVersion: 1,
  data,
  metadata: {
    commandId: randomUUID(),
    request: 'b1946ac92492d234',
    correlationId: randomUUID(),
    actor: 'system:contract',
    occurredAt: '2026-11-22T09:30:00.000Z',
  },
});

export const someEvents = (count: number): Events => [anEvent(), ...Array.from({ length: count - 1 }, () => anEvent())];

/** Appends; fails the test on a conflict. */
export async function appended(
  store: EventStore,
  stream: string,
  expected: Expected,
  events: Events,
  tenant = TENANT,
): Promise<Appended> {
  const answer = await store.append(tenant, stream, expected, events);
  if (isConflict(answer)) throw new Error(`Unexpected conflict: ${stream} is at ${answer.conflict.actual}`);
  return answer;
}

/** Appends one event at a time to the end of a separate stream; returns the acknowledged events. */
export async function writeStream(store: EventStore, length: number, beforeEach?: () => Promise<void>) {
  const stream = aStream();
  const ids: string[] = [];
  for (let i = 0; i < length; i += 1) {
    await beforeEach?.();
    const event = anEvent({ i });
    await appended(store, stream, i === 0 ? 'no-stream' : BigInt(i - 1), [event]);
    ids.push(event.id);
  }
  return { stream, ids };
}

export const conflictAt = (stream: string, actual: bigint) => ({ conflict: { stream, actual } });

export const idsOf = (events: readonly { readonly id: string }[]): string[] => events.map(({ id }) => id);

/** Fails unless both have the same ids, in any order. */
export function expectSameIds(actual: readonly string[], expected: readonly string[]): void {
  expect([...actual].sort()).toEqual([...expected].sort());
}
