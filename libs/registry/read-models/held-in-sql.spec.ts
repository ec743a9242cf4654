import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { DataSource } from 'typeorm';
import { openDatabase } from '#platform/database';
import { freshDatabase } from '../../../test/postgres.js';
import { closedOnInSql, isClosedOn, isHeld } from '../contract/index.js';
import { heldOnInSql, rolesInSql } from './held-in-sql.js';

let database: Awaited<ReturnType<typeof freshDatabase>>;
let source: DataSource;
beforeAll(async () => {
  database = await freshDatabase();
  source = await openDatabase({ url: database.url, entities: [] });
}, 60_000);
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

/** Few days, so that many are equal; appends no longer accept the first and the last. */
const day = fc.constantFrom('0000-01-01', '2026-02-28', '2026-03-01', '2026-11-22', '2026-11-23', '9999-12-31');
const maybe = fc.option(day, { nil: null });
const CASES = 100;

test('a role is held on the same days in the database as in decisions, in older logs too', async () => {
  const example = fc.record({ roles: fc.array(fc.record({ from: day, to: maybe }), { maxLength: 3 }), on: day });
  await fc.assert(
    fc.asyncProperty(fc.array(example, { minLength: CASES, maxLength: CASES }), async (cases) => {
      const found = await source.query<{ holds: boolean }[]>(
        `select exists (select from ${rolesInSql("asked.it -> 'roles'")} where ${heldOnInSql("(asked.it ->> 'on')")}) holds
         from jsonb_array_elements($1::jsonb) with ordinality as asked(it, n) order by n`,
        [JSON.stringify(cases)],
      );
      expect(found.map(({ holds }) => holds)).toEqual(cases.map(({ roles, on }) => roles.some((it) => isHeld(it, on))));
    }),
    { seed: 6, numRuns: 10 },
  );
});

test('a place is closed on the same days in the database as in decisions, in older logs too', async () => {
  const example = fc.record({
    closures: fc.array(fc.record({ lastDay: day, reopens: maybe }), { maxLength: 3 }),
    on: day,
  });
  await fc.assert(
    fc.asyncProperty(fc.array(example, { minLength: CASES, maxLength: CASES }), async (cases) => {
      const found = await source.query<{ closed: boolean }[]>(
        `select ${closedOnInSql("(asked.it -> 'closures')", "(asked.it ->> 'on')")} closed
         from jsonb_array_elements($1::jsonb) with ordinality as asked(it, n) order by n`,
        [JSON.stringify(cases)],
      );
      expect(found.map(({ closed }) => closed)).toEqual(cases.map(({ closures, on }) => isClosedOn(closures, on)));
    }),
    { seed: 6, numRuns: 10 },
  );
});
