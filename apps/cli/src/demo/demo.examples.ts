import { Test } from '@nestjs/testing';
import { EVENT_STORE, EventCatalog, InMemoryEventStore } from '#platform/event-store';
import { CLOCK, SettableClock } from '#platform/kernel';
import type { AnyStreams } from '#platform/policies';
import { contexts } from '../../../composition/src/index.js';
import { DemoCommands } from './demo-commands.js';
import { inline } from './inline-policies.js';
import { simulate, type DemoOptions } from './simulate.js';
import { DEMO_MUNICIPALITY } from './organisation.js';

export const SMALL = { schools: 3, kindergartens: 3, schoolYears: 1 };
export const AS_OF = new Date('2026-11-21T07:00:00+01:00');

/** Runs the demo in memory and returns its world and its log, stream by stream. */
export async function demoInMemory(wish: DemoOptions) {
  const clock = new SettableClock(wish.asOf);
  const store = new InMemoryEventStore(clock);
  const catalog = new EventCatalog(...contexts.flatMap((context) => context.events));
  const types = contexts.flatMap((context) => context.streams);
  const app = await Test.createTestingModule({
    providers: [
      ...types,
      { provide: EVENT_STORE, useValue: store },
      { provide: EventCatalog, useValue: catalog },
      { provide: CLOCK, useValue: clock },
    ],
  })
    // Replaces the read models that streams query, which do not exist here: the demo closes no unit.
    .useMocker(() => ({}))
    .compile();
  const streams = types.map((type) => app.get<AnyStreams>(type));
  const policies = contexts.flatMap((context) => context.policies);
  const demo = { seed: wish.seed, tenant: DEMO_MUNICIPALITY, correlationId: 'demo' };
  const demoCommands = new DemoCommands(demo, streams, store, catalog, inline(policies, streams));
  const live = () => simulate(wish, demoCommands, clock, new AbortController().signal);
  return { world: await live(), store, catalog };
}

/** Every event of a log by stream and revision, an order independent of timing. */
export async function eventsOf(store: InMemoryEventStore) {
  const lines: string[] = [];
  for await (const batch of store.readAll({ after: 0n }))
    for (const { stream, revision, id, type, data, metadata, recordedAt } of batch)
      lines.push(JSON.stringify([stream, Number(revision), id, type, data, metadata, recordedAt]));
  return lines.sort();
}
