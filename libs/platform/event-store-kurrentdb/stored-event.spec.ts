import { expect, test } from '@jest/globals';
import type { JSONRecordedEvent } from '@kurrent/kurrentdb-client';
import { anEvent, TENANT } from '#platform/event-store/contract';
import { fromKurrent, toKurrent } from './stored-event.js';

const recorded = (changes: Partial<JSONRecordedEvent>): JSONRecordedEvent =>
  ({
    id: 'b1946ac9-2492-4234-8c62-35b4d2611184',
    type: 'meetings.Called',
    streamId: 'samspill.meeting-1',
    revision: 3n,
    created: new Date('2026-11-22T09:30:07.000Z'),
    isJson: true,
    position: { commit: 90n, prepare: 90n },
    data: {},
    ...changes,
  }) as JSONRecordedEvent;

test('an event is read as it was written, with its writer’s time', () => {
  const event = { ...anEvent({ b: 1, a: null }), schemaVersion: 4 };
  const now = new Date('2026-11-22T09:30:00.123Z');
  const { id, type, data, metadata } = toKurrent(TENANT, event, now) as unknown as JSONRecordedEvent;
  const stored = fromKurrent(recorded({ id, type, data, metadata, streamId: 'samspill.3203-meeting-1' }), 'samspill.');
  expect(stored).toEqual({
    ...event,
    tenant: TENANT,
    stream: 'meeting-1',
    revision: 3n,
    position: 90n,
    recordedAt: now,
  });
  expect(JSON.stringify([stored.data, stored.metadata])).toBe(JSON.stringify([event.data, event.metadata]));
});

test('the correlation and causation ids have the names that KurrentDB’s own tools expect', () => {
  const event = anEvent();
  const caused = { ...event, metadata: { ...event.metadata, causationId: 'cause' } };
  expect(toKurrent(TENANT, caused, new Date(0)).metadata).toMatchObject({
    $correlationId: event.metadata.correlationId,
    $causationId: 'cause',
  });
});

test('an event from before tenants has the tenant of its own metadata', () => {
  const older = { schemaVersion: 1, recordedAt: '2026-08-17T08:00:00.000Z', metadata: { municipality: '3203' } };
  expect(fromKurrent(recorded({ metadata: older }), 'samspill.')).toMatchObject({
    tenant: '3203',
    stream: 'meeting-1',
  });
});

test.each([
  ['without metadata', {}],
  ['with metadata of its own', { metadata: { who: 'someone else' } }],
  ['that is no JSON', { isJson: false as never, data: new Uint8Array([1]) as never }],
])('an event in an own stream %s has an unknown schema version', (_, changes) => {
  expect(fromKurrent(recorded(changes), 'samspill.')).toMatchObject({
    schemaVersion: Number.MAX_SAFE_INTEGER,
    position: 90n,
    recordedAt: new Date('2026-11-22T09:30:07.000Z'),
  });
});
