import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { EventCatalog } from '#platform/event-store';
import { eventStoreMigrations, PostgresEventStore } from '#platform/event-store-postgres';
import { addDays, systemClock } from '#platform/kernel';
import type { ActionEvent } from '#actions/contract';
import type { MeetingEvent } from '#meetings/contract';
import { migratedDatabase, type FreshDatabase } from '../../../../test/postgres.js';
import { contexts } from '../../../composition/src/index.js';
import { fillLargeMunicipality, TODAY, type LargeMunicipality } from './ten-school-years.js';

const catalog = new EventCatalog(...contexts.flatMap(({ events }) => events));
let database: FreshDatabase;
let log: PostgresEventStore;
let large: LargeMunicipality;

beforeAll(async () => {
  database = await migratedDatabase(eventStoreMigrations);
  const { url, ownerUrl } = database;
  large = await fillLargeMunicipality(ownerUrl, 1);
  log = new PostgresEventStore({ connectionString: url, runnerUrl: url, clock: systemClock });
}, 120_000);
afterAll(async () => {
  await log.close();
  await database.drop();
});

const historyOf = async (stream: string) =>
  (await log.read(large.tenant, stream)).map((event) => catalog.check(event) as unknown as MeetingEvent | ActionEvent);

test('the leader of a large municipality has a protocol to write, a filed one, and its action', async () => {
  const waiting = await historyOf(`meeting-${large.waitingMeeting}`);
  expect(waiting.at(-1)).toMatchObject({
    type: 'meetings.MeetingHeld',
    data: { heldOn: addDays(TODAY, -1), unitIds: [large.unitId] },
  });
  const filed = await historyOf(`meeting-${large.filedMeeting}`);
  expect(filed.map(({ type }) => type)).toContain('meetings.ProtocolFiled');
  const [agreed] = await historyOf(`action-${large.action}`);
  expect(agreed).toMatchObject({ type: 'actions.ActionAgreed', data: { meetingId: large.filedMeeting } });
});

test('the viewers hold their roles', async () => {
  for (const [personId, role] of [
    [large.coordinator, 'coordinator'],
    [large.leader, 'unit-leader'],
    [large.serviceLeader, 'service-unit-leader'],
  ] as const) {
    const types = (await log.read(large.tenant, `person-${personId}`)).map(({ type, data }) => ({ type, data }));
    expect(types).toContainEqual({ type: 'registry.RoleGiven', data: expect.objectContaining({ role }) as unknown });
    expect(types.map(({ type }) => type)).not.toContain('registry.RoleEnded');
  }
  const [service] = await log.read(large.tenant, `service-${large.serviceId}`);
  expect(service!.type).toBe('registry.ServiceRegistered');
});
