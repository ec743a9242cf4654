import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { migratedDatabase, type FreshDatabase } from '../../../../test/postgres.js';
import { migrations, openInstallation } from '../../../composition/src/index.js';
import { OPENID_SETTINGS, runHere } from '../cli.examples.js';
import { EXIT } from '#platform/process';
import { readEnvironment } from '#platform/environment';
import type { EventStore } from '#platform/event-store';

let database: FreshDatabase;
let environment: FreshDatabase['environment'];

const FIXTURES = new URL('../../../../test/fixtures/events/', import.meta.url);
const fixture = (name: string) =>
  JSON.parse(readFileSync(new URL(`${name}.json`, FIXTURES), 'utf8')) as {
    type: string;
    schemaVersion: number;
    data: Record<string, unknown>;
  };

/** Appends without schema checks, as a program with a gap in its checks would. */
async function append(events: EventStore, stream: string, tenant: string, name: string, data: object) {
  const { type, schemaVersion, data: frozen } = fixture(name);
  const id = randomUUID();
  const metadata = {
    commandId: id,
    request: id,
    correlationId: id,
    actor: 'system:test',
    occurredAt: '2026-11-22T08:00:00.000Z',
  };
  await events.append(tenant, stream, 'no-stream', [
    { id, type, schemaVersion, data: { ...frozen, ...data }, metadata },
  ]);
  return id;
}

let bad: string;
beforeAll(async () => {
  database = await migratedDatabase(migrations);
  environment = database.environment;
  const installation = await openInstallation(readEnvironment(environment));
  const { events } = installation;
  for (const [number, unitId] of [
    ['9901', '310000000'],
    ['9902', '310000019'],
  ] as const) {
    await append(events, `municipality-${number}`, number, 'registry.MunicipalityRegistered.v1', { number });
    await append(events, `unit-${unitId}`, number, 'registry.UnitRegistered.v1', { unitId });
  }
  const unitId = '310000027';
  bad = await append(events, `unit-${unitId}`, '9901', 'registry.UnitRegistered.v1', { unitId, children: 2 ** 31 });
  await installation.close();
}, 60_000);
afterAll(() => database.drop());

const samspill = (...args: string[]) => runHere(args, environment);
const coordinator = (tenant: string) =>
  runHere(['admin', 'invite-coordinator', '--municipality', tenant, '--name', 'Kari'], {
    ...environment,
    ...OPENID_SETTINGS,
  });
const REASON = ['--reason', 'The number does not fit its column'];

test('an operator sees the stopped follower, passes over the event, and the installation is healthy again', async () => {
  // The commands follow the log: neither the other municipality nor a command of this one is held up.
  expect((await coordinator('9902')).code).toBe(EXIT.ok);
  expect((await coordinator('9901')).code).toBe(EXIT.ok);

  const halts = await samspill('halts');
  expect(halts.code).toBe(EXIT.faults);
  expect(halts.out.split('\n')).toEqual([expect.stringContaining(`unit-register stands still for municipality 9901`)]);
  expect(halts.out).toContain(bad);
  const verified = await samspill('verify');
  expect(verified.code).toBe(EXIT.faults);
  expect(verified.out).toMatch(
    /^FOLLOWER_HALTED {2}position 5, type registry.UnitRegistered: read-model unit-register /m,
  );

  const unknown = await samspill('pass-over', 'no-such-model', bad, ...REASON);
  expect([unknown.code, unknown.err]).toEqual([EXIT.wrongUse, expect.stringContaining('There are: municipality,')]);
  const other = await samspill('pass-over', 'unit-register', randomUUID(), ...REASON);
  expect([other.code, other.err]).toEqual([EXIT.faults, expect.stringContaining('does not stand still at event')]);
  const nowhere = await samspill('pass-over', 'person-register', bad, ...REASON);
  expect([nowhere.code, nowhere.err]).toEqual([EXIT.faults, expect.stringContaining('stands still nowhere')]);
  expect((await samspill('pass-over', 'unit-register', 'five', ...REASON)).code).toBe(EXIT.wrongUse);
  expect((await samspill('pass-over', 'unit-register', bad, '--reason', '  ')).code).toBe(EXIT.wrongUse);

  const passed = await samspill('pass-over', 'unit-register', bad, ...REASON);
  expect(passed.err).toBe('');
  expect([passed.code, passed.out]).toEqual([EXIT.ok, 'unit-register goes on for municipality 9901.']);
  expect((await samspill('halts')).code).toBe(EXIT.ok);
  const wellKnown = async () => {
    const { code, err, out } = await samspill('verify');
    expect(out).toBe('');
    expect(err).toContain(`Known: read-model unit-register leaves out event ${bad} of municipality 9901.`);
    expect(code).toBe(EXIT.ok);
  };
  await wellKnown();
  expect((await samspill('rebuild')).code).toBe(EXIT.ok);
  await wellKnown();
}, 120_000);
