import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { accepted, openApplication } from '../../../../test/journeys/application-under-test.js';
import { migratedDatabase, type FreshDatabase } from '../../../../test/postgres.js';
import { migrations, openInstallation } from '../../../composition/src/index.js';
import { runHere } from '../cli.examples.js';
import { AS_OF } from '../demo/demo.examples.js';
import { makeDemo } from '../demo/make-demo.js';
import { DEMO_MUNICIPALITY } from '../demo/organisation.js';
import { EXIT } from '#platform/process';
import { readEnvironment } from '#platform/environment';

let database: FreshDatabase;
let environment: FreshDatabase['environment'];

beforeAll(async () => {
  database = await migratedDatabase(migrations);
  environment = database.environment;
  const installation = await openInstallation(readEnvironment(environment));
  const quiet = { out: () => undefined, err: () => undefined, draw: () => undefined, interactive: false, width: 80 };
  const wish = { seed: 1, asOf: AS_OF, scale: { schools: 1, kindergartens: 1, schoolYears: 1 } };
  await makeDemo(installation, wish, { terminal: quiet, signal: new AbortController().signal });
  await installation.close();
  await publish('2026-10', 2);
}, 60_000);
afterAll(() => database.drop());

/** Publishes a figure as the coordinator does. */
async function publish(period: string, indicator: number): Promise<void> {
  const keepsDatabase = { ...database, drop: () => Promise.resolve() };
  const application = await openApplication(AS_OF.toISOString(), {}, keepsDatabase);
  try {
    const personas = await fetch(`${application.address}/api/session/personas`);
    const { personas: people } = (await personas.json()) as { readonly personas: readonly Record<string, string>[] };
    const { personId } = people.find(({ role }) => role === 'coordinator')!;
    const coordinator = application.personOf(DEMO_MUNICIPALITY, personId!);
    const preview = await coordinator.get(`/publications/preview?period=${period}&figures=${indicator}`);
    const { sha256: seen } = accepted(preview);
    accepted(await coordinator.post('/publications', { period, figures: [{ indicator }], seen }));
    await application.caughtUp();
  } finally {
    await application.close();
  }
}

const verify = () => runHere(['verify'], environment);

/** Damages data as a superuser could; repaired afterwards. */
async function whileDamaged(statement: string, repair: string): Promise<Awaited<ReturnType<typeof verify>>> {
  const owner = new Client(database.ownerUrl);
  await owner.connect();
  const withoutTriggers = (it: string) => owner.query(`set session_replication_role = replica; ${it}; reset all`);
  try {
    await withoutTriggers(`create temporary table kept as select * from event; ${statement}`);
    return await verify();
  } finally {
    await withoutTriggers(repair).finally(() => owner.end());
  }
}
const EVENTS_BACK = 'truncate event; insert into event select * from kept';

test('an undamaged installation is reported as undamaged', async () => {
  const { code, out, err } = await verify();
  expect(out).toBe('');
  expect(err).toMatch(/^All is well: .* events, \d+ read models with .* rows\.$/m);
  expect(code).toBe(EXIT.ok);
}, 30_000);

test('a removed event is named by position and stream', async () => {
  const { code, out } = await whileDamaged('delete from event where position = 20', EVENTS_BACK);
  expect(out).toMatch(/^POSITION_MISSING {2}position 21, stream \S+: /m);
  expect(code).toBe(EXIT.faults);
}, 30_000);

test('an event that does not match its schema is named by type and position, without its content', async () => {
  const { code, out } = await whileDamaged(
    `update event set data = jsonb_set(data::jsonb, '{name}', '17')::json
     where position = (select min(position) from event where type = 'registry.UnitRegistered')`,
    EVENTS_BACK,
  );
  expect(out).toMatch(
    /^EVENT_UNREADABLE {2}position \d+, stream unit-\d{9}, type registry.UnitRegistered v1: .* at name$/m,
  );
  expect(code).toBe(EXIT.faults);
}, 30_000);

test('an event written by a newer version is named', async () => {
  const { out } = await whileDamaged(`update event set schema_version = 99 where position = 1`, EVENTS_BACK);
  expect(out).toMatch(
    /^EVENT_UNKNOWN {2}position 1, stream municipality-9901, type registry.MunicipalityRegistered v99: /m,
  );
}, 30_000);

test('changed, missing and surplus rows are named by table, key and columns', async () => {
  const { code, out } = await whileDamaged(
    `create temporary table kept_rows as select * from registry_person;
     update registry_person set name = 'Somebody Else' where person_id = (select person_id from registry_person order by person_id limit 1);
     delete from registry_person where person_id = (select person_id from registry_person order by person_id desc limit 1)`,
    'truncate registry_person; insert into registry_person select * from kept_rows',
  );
  expect(out).toMatch(/^READ_MODEL_DIFFERS {2}table registry_person, key \S+, columns name: the row differs$/m);
  expect(out).toMatch(/^READ_MODEL_DIFFERS {2}table registry_person, key \S+: the row is missing$/m);
  expect(out).not.toContain('Somebody Else');
  expect(code).toBe(EXIT.faults);
}, 30_000);

test('a publication is named whose figures are not what the facts give, with those figures', async () => {
  const { code, out } = await whileDamaged(
    `create temporary table kept_meetings as select * from statistics_meeting; truncate statistics_meeting`,
    'insert into statistics_meeting select * from kept_meetings',
  );
  expect(out).toMatch(
    /^PUBLICATION_DIFFERS {2}key 2026-10\/1: indicators 2 of event [\da-f-]{36} are not what the facts of their moment give$/m,
  );
  expect(out).not.toContain('checksum');
  expect(code).toBe(EXIT.faults);
}, 30_000);

test('a publication is named whose figures were changed after it was made', async () => {
  const { code, out } = await whileDamaged(
    `create temporary table kept_publications as select * from statistics_publication;
     update statistics_publication set publication = jsonb_set(publication, '{indicators,0,whole,numerator}', '999')`,
    'truncate statistics_publication; insert into statistics_publication select * from kept_publications',
  );
  expect(out).toMatch(
    /^PUBLICATION_DIFFERS {2}key 2026-10\/1: the checksum of event [\da-f-]{36} does not belong to its figures$/m,
  );
  expect(out).toMatch(/^PUBLICATION_DIFFERS {2}key 2026-10\/1: indicators 2 of event /m);
  expect(out).not.toContain('999');
  expect(code).toBe(EXIT.faults);
}, 30_000);

test('after a repair the installation is reported as undamaged, and a rebuild gives the same rows', async () => {
  expect((await runHere(['rebuild'], environment)).code).toBe(EXIT.ok);
  expect((await verify()).code).toBe(EXIT.ok);
}, 30_000);
