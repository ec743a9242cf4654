import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { migratedDatabase, type FreshDatabase } from '../../../../test/postgres.js';
import { dedicatedConnection, openDatabase, PostgresReadSide } from '#platform/database';
import { followerMigrations } from '#platform/followers';
import { filterTerm } from '../../domain/filter-terms.js';
import { beginning, oneOf, word, type IndexQuery } from '../../domain/index-query.js';
import { searchContext } from '../../index.js';
import { SearchIndex } from './search-index.js';

const HERE = '3203';
/** More than are read before the index of words is used. */
const ACTIONS = 1_200;

let database: FreshDatabase;
let source: DataSource;

beforeAll(async () => {
  database = await migratedDatabase([...followerMigrations, ...searchContext.migrations]);
  source = await openDatabase({ url: database.url, entities: searchContext.entities });
  const runner = await dedicatedConnection(database.url, 'samspill_runner');
  // one action per day, `1` the oldest; each contains «rutine», every tenth «lesing», and one of the oldest «sjelden»
  await runner.query(
    `insert into search_entry
     select 'action/' || case tenant when '3203' then '' else 'x' end || nr, tenant, 'action', 'Tiltak', date '2020-01-01' + nr, '{}',
       array['rutine', '#action', '#k' || tenant] || case when nr % 10 = 0 then array['lesing'] end
         || case when nr = 7 then array['sjelden'] end
     from generate_series(1, $1::int) as nr, unnest(array['3203', '0301']) as tenant
`,
    [ACTIONS],
  );
  await runner.end();
}, 60_000);
afterAll(async () => {
  await source.destroy();
  await database.drop();
});

const found = (sought: IndexQuery, most: number) =>
  new PostgresReadSide(source).in(HERE, async (rows) => {
    const [keys] = await new SearchIndex(rows, HERE).keys([{ kind: 'action', sought, most }]);
    return keys!.map((key) => Number(key.slice('action/'.length)));
  });

describe('of more entries than are read, the newest come first', () => {
  test('when all of them have the word', async () => {
    expect(await found([[beginning('ru')]], 3)).toEqual([1200, 1199, 1198]);
  });
  test('when one in ten has both words', async () => {
    expect(await found([[word('rutine')], [beginning('lesi')]], 4)).toEqual([1200, 1190, 1180, 1170]);
  });
  test('when the newest alone are too few', async () => {
    const all = await found([[word('lesing')]], 100);
    expect([all.length, all[0], all.at(-1)]).toEqual([100, 1200, 210]);
  });
  test('when only one of the oldest has the word, or none', async () => {
    expect(await found([[beginning('sjeld')]], 5)).toEqual([7]);
    expect(await found([[word('sjelden')], [word('lesing')]], 5)).toEqual([]);
    expect(await found([oneOf(['finnes', 'ikke'])], 5)).toEqual([]);
  });
});

test('entries of another municipality are not read, however many it has', async () => {
  expect(await found([oneOf([filterTerm.tenant('0301')])], 5)).toEqual([]);
});
