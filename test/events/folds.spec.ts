import { globSync, readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { EventCatalog, type EventGroup, type StoredEvent } from '#platform/event-store';
import type { Decider, DomainEvent, Recorded } from '#platform/kernel';
import * as actions from '#actions/contract';
import * as alerts from '#alerts/contract';
import * as calendar from '#calendar/contract';
import * as signIn from '#sign-in/contract';
import * as digests from '#digests/contract';
import * as meetings from '#meetings/contract';
import * as news from '#news/contract';
import * as operations from '#operations/contract';
import * as registry from '#registry/contract';
import * as statistics from '#statistics/contract';

const LIBS = fileURLToPath(new URL('../../libs/', import.meta.url));
const FIXTURES = new URL('../fixtures/events/', import.meta.url);
const CONTRACTS: Readonly<Record<string, unknown>> = {
  ...actions,
  ...alerts,
  ...calendar,
  ...signIn,
  ...digests,
  ...meetings,
  ...news,
  ...operations,
  ...registry,
  ...statistics,
};

/**
 * By convention, `school-year.decider.ts` decides the aggregate `school-year`, and its contract exports
 * `schoolYearEvents`.
 */
const DECIDERS = globSync('*/domain/*/*.decider.ts', { cwd: LIBS });
const nameOf = (path: string) =>
  basename(path, '.decider.ts').replace(/-(\w)/g, (_, letter: string) => letter.toUpperCase());

const frozen = readdirSync(FIXTURES).map(
  (name) =>
    JSON.parse(readFileSync(new URL(name, FIXTURES), 'utf8')) as Pick<StoredEvent, 'type' | 'schemaVersion' | 'data'>,
);

/** The frozen events of these types, of every version, decoded by the current program. */
function eventsOf(group: EventGroup): Recorded[] {
  const catalog = new EventCatalog(group);
  const types = Object.values(group).map(({ type }) => type);
  return frozen
    .filter(({ type }) => types.includes(type))
    .map((event, i) =>
      catalog.check({
        ...event,
        id: `018f0c5e-0000-7000-8000-${String(i).padStart(12, '0')}`,
        tenant: '9901',
        stream: 'frozen-1',
        revision: BigInt(i),
        position: BigInt(i + 1),
        recordedAt: new Date('2026-11-22T08:00:00Z'),
        metadata: {
          commandId: 'frozen',
          request: 'frozen',
          correlationId: 'frozen',
          actor: 'system:frozen',
          occurredAt: '2026-11-22T08:00:00Z',
        },
      }),
    );
}

test('every aggregate is included here', () => expect(DECIDERS.length).toBeGreaterThanOrEqual(8));

describe.each(DECIDERS.map((path) => [nameOf(path), path] as const))('the fold of %s', (name, path) => {
  let decider: Decider<unknown, never, DomainEvent, string>;
  let events: Recorded[];
  beforeAll(async () => {
    const exported = (await import(`../../libs/${path}`)) as Readonly<Record<string, typeof decider>>;
    decider = exported[name]!;
    events = eventsOf(CONTRACTS[`${name}Events`] as EventGroup);
  });

  test('never throws, never loses its state and changes no event, for any events in any order', () => {
    const asFrozen = structuredClone(events);
    expect(events.length).toBeGreaterThanOrEqual(1);
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...events), { maxLength: 30 }), (history) => {
        for (let state = decider.initialState, i = 0; i < history.length; i += 1) {
          state = decider.evolve(state, history[i]!);
          expect(typeof state).toBe('object');
        }
      }),
      { seed: 20261122, numRuns: 300 },
    );
    expect(events).toEqual(asFrozen);
  });
});
