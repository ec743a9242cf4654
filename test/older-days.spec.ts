import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EventCatalog } from '#platform/event-store';
import { CalendarDate, PersonId, stableId } from '#platform/kernel';
import { personEvents, PersonRegistered, RoleGiven, serviceEvents, ServiceClosed } from '#registry/contract';
import { NUMBER, personOf, SERVICE, tellStory, UNIT } from './routes/rights.municipality.js';
import { startApi, type RunningApi } from './running-api.js';

// Older logs contain years that no database date can have; queries must answer all the same.

type Json = Readonly<Record<string, unknown>>;
const NOWHERE = { unitId: null, serviceId: null, serviceUnitId: null };
const from = CalendarDate.parse('2026-01-01');
const catalog = new EventCatalog(personEvents, serviceEvents);
const metadata = {
  commandId: stableId('older'),
  request: 'told',
  correlationId: stableId('older'),
  actor: 'system:specification',
  occurredAt: '2026-10-01T10:00:00.000Z',
};
const person = (name: string) => PersonId.parse(stableId('older', name));
/** An event as stored earlier, with days that an append no longer accepts. */
const written = (id: string, event: Parameters<EventCatalog['encode']>[1], days: object = {}) => {
  const encoded = catalog.encode(stableId('older', id), event, metadata);
  return { ...encoded, data: { ...(encoded.data as object), ...days } };
};

let api: RunningApi;
beforeAll(async () => {
  api = await startApi('2026-11-22T08:00:00Z', async ({ events }) => {
    await tellStory(events);
    const held = async (name: string, days: object) => {
      const personId = person(name);
      const role = { roleId: stableId('role', name), role: 'teacher' as const, ...NOWHERE, unitId: UNIT.here };
      await events.append(NUMBER, `person-${personId}`, 'no-stream', [
        written(`${name} registered`, PersonRegistered({ personId, name, email: null, title: null })),
        written(`${name} given`, RoleGiven({ ...role, from, to: null }), days),
      ]);
    };
    await held('Eldre Alltid', { from: '0000-01-01' });
    await held('Eldre Aldri', { from: '0000-01-01', to: '0000-12-31' });
    await held('Eldre Lenge', { to: '9999-12-31' });
    await events.append(NUMBER, `service-${SERVICE.nurses}`, 0n, [
      written('closed', ServiceClosed({ on: from }), { on: '0000-01-01' }),
    ]);
  });
  await api.settled();
}, 60_000);
afterAll(() => api.close());

async function read(path: string) {
  const cookie = await api.cookie(NUMBER, personOf('coordinator'));
  const response = await fetch(`${api.url}/api/${path}`, { headers: { cookie } });
  return { status: response.status, answer: (await response.json()) as { items: readonly Json[] } };
}

test.each([
  'people?search=Eldre&role=teacher',
  `people?search=Eldre&unitId=${UNIT.here}`,
  `units/${UNIT.here}/owner-candidates?text=Eldre`,
  `units/${UNIT.here}/owner-candidates?text=Eldre&on=2026-10-01`,
])('%s names those who hold a role on the day', async (path) => {
  const { status, answer } = await read(path);
  expect(status).toBe(200);
  expect(answer.items.map(({ name }) => name).toSorted()).toEqual(['Eldre Alltid', 'Eldre Lenge']);
});

test('all people are listed, and services with their closures', async () => {
  expect((await read('people?search=Eldre')).answer.items).toHaveLength(3);
  const services = await read('services');
  expect(services.status).toBe(200);
  expect(services.answer.items.find(({ serviceId }) => serviceId === SERVICE.nurses)).toMatchObject({
    closures: [{ lastDay: '0000-01-01', reopens: null }],
  });
  expect((await read(`services/${SERVICE.nurses}/closing`)).status).toBe(200);
  expect((await read('orphans')).status).toBe(200);
  expect((await read('alerts')).status).toBe(200);
});
