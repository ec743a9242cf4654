import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { EXIT } from '#platform/process';
import { readEnvironment } from '#platform/environment';
import { migratedDatabase, type FreshDatabase } from '../../../../../test/postgres.js';
import { migrations, openInstallation } from '../../../../composition/src/index.js';
import { runHere } from '../../cli.examples.js';
import { EVERY_CASE, HISTORY_END, UNITS_FILE, unitsOfAsker } from './history.examples.js';
import { makeHistory } from './make-history.js';
import { simulateHistory, type HistoryWish } from './simulate-history.js';

const QUIET = { out: () => undefined, err: () => undefined, draw: () => undefined, interactive: false, width: 80 };
const FILE = fileURLToPath(UNITS_FILE);
let database: FreshDatabase;
let wish: HistoryWish;

beforeAll(async () => {
  database = await migratedDatabase(migrations);
  wish = { units: await unitsOfAsker(5), years: 2, seed: EVERY_CASE, asOf: HISTORY_END };
}, 60_000);
afterAll(() => database.drop());

describe('a history in PostgreSQL', () => {
  test('is made to the end after an interruption, has the events that were simulated, and is verified', async () => {
    const installation = await openInstallation(readEnvironment(database.environment));
    try {
      const stop = new AbortController();
      const terminal = { ...QUIET, interactive: true, draw: () => stop.abort() };
      await expect(makeHistory(installation, wish, { terminal, signal: stop.signal })).rejects.toThrow();
      const half = await installation.events.head();
      expect(half).toBeGreaterThan(0n);

      const later = { ...wish, asOf: new Date(HISTORY_END.getTime() + 86_400_000) };
      const { signal } = new AbortController();
      await makeHistory(installation, later, { terminal: QUIET, signal });
      const simulated: string[] = [];
      const made = await simulateHistory(wish, (events) => {
        for (const { position, stream, id, recordedAt } of events)
          simulated.push(`${position} ${stream} ${id} ${recordedAt.toISOString()}`);
      });
      expect(half).toBeLessThan(BigInt(made));
      const written: string[] = [];
      for await (const batch of installation.events.readAll({ after: 0n }))
        for (const { position, stream, id, recordedAt } of batch)
          written.push(`${position} ${stream} ${id} ${recordedAt.toISOString()}`);
      // Policies have added nothing: all that follows from an event was in the history.
      expect(written).toEqual(simulated);
    } finally {
      await installation.close();
    }
    const { code, out } = await runHere(['verify'], database.environment);
    expect({ code, out }).toMatchObject({ code: EXIT.ok });
  }, 180_000);

  test('is made in an empty database only', async () => {
    const { code, err } = await runHere(
      ['demo', '--units', FILE, '--years', '1', '--municipality', '1566'],
      database.environment,
    );
    expect(code).toBe(EXIT.faults);
    expect(err).toContain('holds data already');
  }, 60_000);
});
