import { describe, expect, test } from '@jest/globals';
import { z } from 'zod';
import { CalendarDate, eventType, narrowed, stableId } from '#platform/kernel';
import { EventCatalog, UnknownEvent } from './catalog.js';
import type { StoredEvent } from './event-store.js';
import { NotAppendable } from './not-appendable.js';

// An event with three schema versions: the count; also the tower; the place instead of the tower.
const BellRang = eventType('test.BellRang', 3, z.object({ times: z.int(), place: z.string() }), [
  (data) => ({ ...(data as object), tower: null }),
  (data) => {
    const { tower, ...rest } = data as { tower: string | null };
    return { ...rest, place: tower ?? 'unknown' };
  },
]);
const catalog = new EventCatalog({ BellRang });

const metadata = {
  commandId: stableId('command'),
  request: 'r',
  correlationId: 'c',
  actor: 'system:test',
  occurredAt: '2026-11-22T10:00:00.000Z',
};
const stored = (schemaVersion: number, data: unknown, type = 'test.BellRang'): StoredEvent => ({
  id: stableId('event'),
  type,
  schemaVersion,
  data,
  metadata,
  tenant: '9999',
  stream: 'bell-1',
  revision: 0n,
  position: 7n,
  recordedAt: new Date('2026-11-22T10:00:00Z'),
});

// Its schema was narrowed after wider values had been written.
const BellHung = eventType(
  'test.BellHung',
  1,
  z.object({
    on: CalendarDate,
    weight: narrowed(z.int(), 'kilograms', (kg) => kg < 100_000),
    parts: z.array(z.union([z.object({ cast: CalendarDate }), z.object({ name: z.string().max(5) })])),
  }),
);
const hung = new EventCatalog({ BellHung });

describe('a schema that was narrowed', () => {
  const wide = { on: '0000-01-01', weight: 3_000_000_000, parts: [{ cast: '9999-12-31' }] };

  test('restricts appended values, and names each refused one', () => {
    const encode = () => hung.encode('id', { type: 'test.BellHung', data: wide }, metadata);
    expect(encode).toThrow(NotAppendable);
    expect(encode).toThrow('on DAY_OUT_OF_RANGE, weight VALUE_OUT_OF_RANGE');
  });

  test('does not restrict what is read', () => {
    expect(hung.check(stored(1, wide, 'test.BellHung')).data).toEqual(wide);
  });

  test('refuses a wrong shape also when reading', () => {
    for (const wrong of [
      { ...wide, on: '2026-02-30' },
      { ...wide, weight: 'much' },
      { ...wide, parts: [{ name: 'clapper' }] },
    ])
      expect(() => hung.check(stored(1, wrong, 'test.BellHung'))).toThrow();
  });
});

describe('the catalogue', () => {
  test('upcasts an event of any earlier version to today’s shape, step by step', () => {
    expect(catalog.decode(stored(1, { times: 3 })).data).toEqual({ times: 3, place: 'unknown' });
    expect(catalog.decode(stored(2, { times: 3, tower: 'north' })).data).toEqual({ times: 3, place: 'north' });
    expect(catalog.decode(stored(3, { times: 3, place: 'south' })).data).toEqual({ times: 3, place: 'south' });
  });

  test('refuses an unknown type or a future version', () => {
    expect(() => catalog.decode(stored(4, {}))).toThrow(UnknownEvent);
    expect(() => catalog.decode(stored(1, {}, 'test.Whistled'))).toThrow(
      'Event test.Whistled v1 at position 7 is not known to this version of Samspill',
    );
  });

  test('refuses to append what it could not read back', () => {
    expect(() => catalog.encode('id', BellRang({ times: 1.5, place: 'north' }), metadata)).toThrow();
    expect(() => catalog.encode('id', { type: 'test.Whistled', data: {} }, metadata)).toThrow('is in no catalogue');
    expect(catalog.encode('id', BellRang({ times: 1, place: 'north' }), metadata)).toMatchObject({ schemaVersion: 3 });
  });

  test('reports on request the fields that an upcast event lacks', () => {
    expect(() => catalog.check(stored(3, { times: 'three', place: 'south' }))).toThrow();
    expect(catalog.check(stored(1, { times: 3 })).data).toEqual({ times: 3, place: 'unknown' });
  });

  test('refuses two declarations of one type', () => {
    expect(() => new EventCatalog({ BellRang }, { BellRang })).toThrow('declared twice');
  });
});
