import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { someEvents, TENANT } from '#platform/event-store/contract';
import type { LogFault } from '#platform/event-store';
import { checkLog } from './check-log.js';
import { logUnderTest, type LogUnderTest } from './log-under-test.js';

let log: LogUnderTest;

beforeEach(async () => {
  log = await logUnderTest();
  const store = log.store();
  for (const stream of ['meeting-a', 'meeting-b']) {
    await store.append(TENANT, stream, 'no-stream', someEvents(3));
    log.clock.set(new Date(log.clock.now().getTime() + 1_000));
  }
  await store.append(TENANT, 'meeting-a', 2n, someEvents(2));
});
afterEach(() => log.close());

async function faults(): Promise<LogFault[]> {
  const found: LogFault[] = [];
  for await (const fault of checkLog(log.owner)) found.push(fault);
  return found;
}

/** Damages the log as a superuser who disables the triggers. */
const damage = (statement: string) =>
  log.owner.query(`SET session_replication_role = replica; ${statement}; RESET ALL`);

test('an undamaged log has no faults, and progress reaches its head', async () => {
  const progress: [bigint, bigint][] = [];
  for await (const fault of checkLog(log.owner, (...at) => progress.push(at))) expect(fault).toBeUndefined();
  expect(progress).toEqual([[8n, 8n]]);
});

test('a removed event is reported for the log and for its stream', async () => {
  await damage('DELETE FROM event WHERE position = 2');
  expect(await faults()).toEqual([
    { damage: 'POSITION_MISSING', position: 3n, tenant: TENANT, stream: 'meeting-a', revision: 2n },
    { damage: 'REVISION_MISSING', position: 3n, tenant: TENANT, stream: 'meeting-a', revision: 2n },
  ]);
});

test('a removed end of a log is found by its head', async () => {
  await damage('DELETE FROM event WHERE position > 6');
  expect(await faults()).toEqual([{ damage: 'HEAD_DIFFERS', position: 6n }]);
});

test('a removed beginning of a log is found', async () => {
  await damage(`DELETE FROM event WHERE position <= 3`);
  expect((await faults()).map(({ damage, position }) => [damage, position])).toEqual([
    ['POSITION_MISSING', 4n],
    ['REVISION_MISSING', 7n],
  ]);
});

test('exchanged events of a stream are reported as out of order', async () => {
  await damage(`UPDATE event SET revision = 9 - revision WHERE stream = 'meeting-b'`);
  await damage(`UPDATE event SET revision = revision - 7 WHERE stream = 'meeting-b'`);
  expect(await faults()).toEqual([
    { damage: 'REVISION_MISSING', position: 4n, tenant: TENANT, stream: 'meeting-b', revision: 2n },
    { damage: 'REVISION_MISSING', position: 5n, tenant: TENANT, stream: 'meeting-b', revision: 1n },
  ]);
});

test('an event before the beginning of its stream is found', async () => {
  await damage(`UPDATE event SET revision = -1 WHERE position = 4`);
  expect((await faults()).map(({ damage, position }) => [damage, position])).toEqual([
    ['REVISION_MISSING', 4n],
    ['REVISION_MISSING', 5n],
  ]);
});

test('an event that was moved in time or to another tenant is found', async () => {
  await damage(`UPDATE event SET recorded_at = '2020-01-01' WHERE position = 5`);
  await damage(`UPDATE event SET tenant = '0301' WHERE position = 7`);
  expect(await faults()).toEqual([
    { damage: 'RECORDED_BACKWARDS', position: 5n, tenant: TENANT, stream: 'meeting-b', revision: 1n },
    { damage: 'REVISION_MISSING', position: 7n, tenant: '0301', stream: 'meeting-a', revision: 3n },
    { damage: 'REVISION_MISSING', position: 8n, tenant: TENANT, stream: 'meeting-a', revision: 4n },
  ]);
});

test('an event from before tenants, whose metadata names another one, is found', async () => {
  await damage(`UPDATE event SET metadata = json_build_object('municipality', tenant) WHERE position < 6`);
  expect(await faults()).toEqual([]);
  await damage(`UPDATE event SET metadata = '{"municipality":"0301"}' WHERE position = 6`);
  expect(await faults()).toEqual([
    { damage: 'TENANT_DIFFERS', position: 6n, tenant: TENANT, stream: 'meeting-b', revision: 2n },
  ]);
});
