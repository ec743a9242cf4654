import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { Client } from 'pg';
import { dedicatedConnection } from '#platform/database';
import { copyIn } from './copy-in.js';
import { openGarden, type Garden } from './projections.examples.js';

let garden: Garden;
let runner: Client;

beforeAll(async () => {
  garden = await openGarden();
  runner = await dedicatedConnection(garden.url, 'samspill_runner');
  await runner.query('create temporary table line (nr int, said text)');
});
afterAll(async () => {
  await runner.end();
  await garden.close();
});

/** Around the length of a message, and of what may wait to be sent, in letters of one to four bytes. */
const TEXTS = ['', 'a', 'ø', '€', '🌱'].flatMap((letter) =>
  [1, 20, 21_843, 21_844, 21_845, 65_520, 65_530, 65_536, 400_000].map((length) => letter.repeat(length)),
);

test('rows of any length arrive as they are', async () => {
  await copyIn(
    runner,
    'copy line from stdin',
    TEXTS.map((text, nr) => `${nr}\t${text}\n`),
  );
  const { rows } = await runner.query<{ said: string }>('select said from line order by nr');
  // Not toEqual, which would print megabytes.
  expect(rows.map(({ said }, nr) => said === TEXTS[nr])).toEqual(TEXTS.map(() => true));
});

test('nothing is written when a row cannot be made, and the connection can be used afterwards', async () => {
  await runner.query('truncate line');
  function* lines() {
    for (const [nr, text] of TEXTS.entries()) yield `${nr}\t${text}\n`;
    throw new Error('this row cannot be made');
  }
  await expect(copyIn(runner, 'copy line from stdin', lines())).rejects.toThrow('this row cannot be made');
  expect((await runner.query('select from line')).rowCount).toBe(0);
});

test('a row that the database refuses ends the statement, while later ones are made', async () => {
  const lines = TEXTS.map((text, nr) => `${nr === 3 ? 'three' : nr}\t${text}\n`);
  await expect(copyIn(runner, 'copy line from stdin', lines)).rejects.toMatchObject({ code: '22P02' });
  expect((await runner.query('select from line')).rowCount).toBe(0);
});
