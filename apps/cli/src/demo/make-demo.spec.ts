import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { migratedDatabase, type FreshDatabase } from '../../../../test/postgres.js';
import { migrations, openInstallation, type Installation } from '../../../composition/src/index.js';
import { readEnvironment } from '#platform/environment';
import { runHere } from '../cli.examples.js';
import { EXIT } from '#platform/process';
import { AS_OF, SMALL } from './demo.examples.js';
import { makeDemo } from './make-demo.js';
import { stateOfDemo } from './demo-state.js';

const wish = { seed: 3, asOf: AS_OF, scale: { ...SMALL, schools: 2, kindergartens: 1 } };
const QUIET = { out: () => undefined, err: () => undefined, draw: () => undefined, interactive: false, width: 80 };
let database: FreshDatabase;
let installation: Installation;

beforeEach(async () => {
  database = await migratedDatabase(migrations);
  installation = await openInstallation(readEnvironment(database.environment));
});
afterEach(async () => {
  await installation.close();
  await database.drop();
});

const logOf = async ({ events }: Installation) => {
  const lines: string[] = [];
  for await (const batch of events.readAll({ after: 0n }))
    for (const { id, stream, revision, type } of batch) lines.push(`${stream} ${revision} ${type} ${id}`);
  return lines.sort();
};

test('an interrupted demo is recognised and completed with the same result', async () => {
  expect(await stateOfDemo(installation)).toEqual({ state: 'empty' });
  const stop = new AbortController();
  let lines = 0;
  const terminal = { ...QUIET, interactive: true, draw: () => void ((lines += 1) && stop.abort()) };
  const slow = { ...wish, scale: SMALL };
  await expect(makeDemo(installation, slow, { terminal, signal: stop.signal })).rejects.toThrow();
  expect(lines).toBeGreaterThan(0);
  const demoState = await stateOfDemo(installation);
  expect(demoState).toEqual({ state: 'unfinished', wish: slow });
  const half = await installation.events.head();

  await makeDemo(installation, slow, { terminal: QUIET, signal: new AbortController().signal });
  expect(await stateOfDemo(installation)).toEqual({ state: 'whole' });
  expect(await installation.events.head()).toBeGreaterThan(half);
  const made = await logOf(installation);

  await makeDemo(installation, slow, { terminal: QUIET, signal: new AbortController().signal });
  expect(await logOf(installation)).toEqual(made);
}, 60_000);

test('the demo is only created in an empty database', async () => {
  await makeDemo(installation, wish, { terminal: QUIET, signal: new AbortController().signal });
  const head = await installation.events.head();
  const { code, err } = await runHere(['demo'], database.environment);
  expect(code).toBe(EXIT.faults);
  expect(err).toContain('holds data already');
  expect(await installation.events.head()).toBe(head);
}, 60_000);
