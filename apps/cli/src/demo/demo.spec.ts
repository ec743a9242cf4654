import { beforeAll, expect, test } from '@jest/globals';
import { isOrganisationNumber } from '#platform/kernel';
import { AS_OF, eventsOf, demoInMemory, SMALL } from './demo.examples.js';
import { organisationOf } from './organisation.js';
import { Random } from './random.js';

const wish = { seed: 2026, asOf: AS_OF, scale: SMALL };
let lived: Awaited<ReturnType<typeof demoInMemory>>;
let log: readonly string[];

beforeAll(async () => {
  lived = await demoInMemory(wish);
  log = await eventsOf(lived.store);
}, 60_000);

test('the same seed makes the same log, whatever the order in which work finishes', async () => {
  const again = await demoInMemory(wish);
  expect(await eventsOf(again.store)).toEqual(log);
});

test('another seed makes another municipality', async () => {
  const other = await demoInMemory({ ...wish, seed: 7, scale: { ...SMALL, schools: 1, kindergartens: 1 } });
  const ids = new Set(log.map((line) => (JSON.parse(line) as unknown[])[2]));
  for (const line of await eventsOf(other.store)) expect(ids.has((JSON.parse(line) as unknown[])[2])).toBe(false);
});

test('every event matches its schema and is recorded at the time it happened', async () => {
  let last = new Date(0);
  for await (const batch of lived.store.readAll({ after: 0n }))
    for (const event of batch) {
      lived.catalog.check(event);
      expect(event.recordedAt.getTime()).toBeGreaterThanOrEqual(last.getTime());
      expect(event.recordedAt.toISOString()).toBe(event.metadata.occurredAt);
      last = event.recordedAt;
    }
  expect(last.getTime()).toBeLessThanOrEqual(AS_OF.getTime());
});

test('the log contains every type of meeting and action event', () => {
  const types = new Set(log.map((line) => (JSON.parse(line) as unknown[])[3]));
  for (const type of [
    'meetings.MeetingHeld',
    'meetings.ProtocolFiled',
    'actions.ActionAgreed',
    'actions.ActionAccepted',
    'actions.FollowUpRecorded',
    'actions.ActionCompleted',
    'actions.ActionCarriedOn',
    'actions.HandoverOffered',
  ])
    expect(types).toContain(type);
});

test('some agreements of this school year are approved by both parties, and some wait', () => {
  const approvals = new Map<string, number>();
  for (const line of log) {
    const [stream, , , type] = JSON.parse(line) as [string, number, string, string];
    if (!stream.startsWith('agreement-') || !stream.endsWith('.2026')) continue;
    approvals.set(stream, (approvals.get(stream) ?? 0) + (type === 'meetings.AgreementApproved' ? 1 : 0));
  }
  expect([...approvals.values()].toSorted()).toEqual([1, 2, 2, 2, 2]);
});

test('the whole organisation has ninety people, ended roles and valid but unassigned organisation numbers', () => {
  const { units, people } = organisationOf(2026, '2024-08-05' as never, '2026-11-21' as never);
  expect(units.filter(({ kind }) => kind === 'school')).toHaveLength(12);
  expect(units.filter(({ kind }) => kind === 'kindergarten')).toHaveLength(20);
  expect(people.length).toBeGreaterThanOrEqual(85);
  expect(new Set(people.map(({ name }) => name)).size).toBe(people.length);
  expect(people.flatMap(({ roles }) => roles).filter(({ to }) => to !== null).length).toBeGreaterThanOrEqual(4);
  for (const { id } of units) {
    expect(isOrganisationNumber(id)).toBe(true);
    // The register only assigns numbers that begin with 8 or 9.
    expect(id[0]).toBe('1');
  }
});

test('random numbers are equal for equal labels and differ for others', () => {
  const draw = (label: string) => {
    const random = Random.of(1, label);
    return Array.from({ length: 5 }, () => random.next());
  };
  expect(draw('a')).toEqual(draw('a'));
  expect(draw('a')).not.toEqual(draw('b'));
  const random = Random.of(1, 'mean');
  const mean = Array.from({ length: 10_000 }, () => random.next()).reduce((sum, it) => sum + it, 0) / 10_000;
  expect(mean).toBeCloseTo(0.5, 1);
});
