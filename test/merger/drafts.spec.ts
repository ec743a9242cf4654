import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { WorkingTables } from '#platform/database';
import { readEnvironment } from '#platform/environment';
import { stableId } from '#platform/kernel';
import { TakeOverDrafts, TakeOverDraftsHandler } from '#meetings';
import { openInstallation, type Installation } from '../../apps/composition/src/index.js';
import { freshDatabase, type FreshDatabase } from '../postgres.js';
import { separateLogSettings } from '../separate-log.js';

// Drafts are no events: a merger moves them from table row to table row, and may be killed in between.

const MEETINGS = [stableId('meeting', 1), stableId('meeting', 2)];
const KARI = stableId('Kari');
const KEPT = stableId('Kari, kept');
const idIn = (text: string) => text.replaceAll(KARI, KEPT);

let database: FreshDatabase;
let installation: Installation;
beforeEach(async () => {
  database = await freshDatabase();
  const variables = { ...separateLogSettings(), ...database.environment };
  installation = await openInstallation(readEnvironment(variables, '/tmp'));
  for (const meetingId of MEETINGS)
    for (const revision of [0, 1])
      await installation.workingTables.in('0627', (tables) =>
        tables.query(
          `insert into meetings_protocol_draft (meeting_id, revision, tenant, content, saved_by, saved_at)
           values ($1, $2, '0627', $3, $4, '2019-12-20T10:00:00Z')`,
          [meetingId, revision, JSON.stringify({ chairId: KARI, revision }), KARI],
        ),
      );
}, 60_000);
afterEach(async () => {
  await installation.close();
  await database.drop();
});

const draftsOf = (tenant: string) =>
  installation.workingTables.in<unknown[]>(tenant, (tables) =>
    tables.query(
      `select meeting_id as "meetingId", revision, content, saved_by as "savedBy" from meetings_protocol_draft
       order by array_position($1::uuid[], meeting_id), revision`,
      [MEETINGS],
    ),
  );
const MOVED = MEETINGS.flatMap((meetingId) =>
  [0, 1].map((revision) => ({ meetingId, revision, content: { chairId: KEPT, revision }, savedBy: KEPT })),
);

/** A process that is killed after a number of transactions. */
class Killed extends WorkingTables {
  constructor(
    private readonly tables: WorkingTables,
    private left: number,
  ) {
    super();
  }
  in<T>(tenant: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    this.left -= 1;
    return this.left < 0 ? Promise.reject(new Error('killed')) : this.tables.in(tenant, work);
  }
}

test('all revisions of all drafts are moved, killed after any transaction and run again', async () => {
  const command = new TakeOverDrafts('0627', '3025', idIn);
  for (let transactions = 0; transactions < 4; transactions += 1) {
    const killed = new TakeOverDraftsHandler(new Killed(installation.workingTables, transactions));
    await expect(killed.execute(command)).rejects.toThrow('killed');
  }
  await new TakeOverDraftsHandler(installation.workingTables).execute(command);
  expect(await draftsOf('3025')).toEqual(MOVED);
  expect(await draftsOf('0627')).toEqual([]);
});

test('a draft that is there already is not written over', async () => {
  const command = new TakeOverDrafts('0627', '3025', idIn);
  // Killed between writing and removing the drafts of the first meeting.
  const killed = new TakeOverDraftsHandler(new Killed(installation.workingTables, 2));
  await expect(killed.execute(command)).rejects.toThrow('killed');
  expect((await draftsOf('3025')).length + (await draftsOf('0627')).length).toBe(6);
  await new TakeOverDraftsHandler(installation.workingTables).execute(command);
  expect(await draftsOf('3025')).toEqual(MOVED);
});
