import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client, escapeLiteral, type PoolClient } from 'pg';
import type { EntityManager } from 'typeorm';
import { WorkingTables } from '#platform/database';
import { aPerson, due, MORNING, openMailUnderTest, TENANT, type MailUnderTest } from '../mail.examples.js';
import { Claims } from './claims.js';

const LEASE_MS = 60_000;

let mail: MailUnderTest;
let owner: Client;
beforeAll(async () => {
  mail = await openMailUnderTest();
  owner = new Client(mail.database.ownerUrl);
  await owner.connect();
});
afterAll(async () => {
  await owner.end();
  await mail.close();
});

test('a lease is renewed without waiting for a row that is being saved', async () => {
  await mail.dispatches.announce(TENANT, [due(aPerson()), due(aPerson())]);
  const claims = new Claims(mail.tables, TENANT, randomUUID(), LEASE_MS);
  const [saved, other] = await claims.take(10, MORNING);
  await owner.query(`update mail_dispatch set leased_until = now() - interval '1 s'`);
  await owner.query('begin');
  await owner.query('select from mail_dispatch where dispatch_id = $1 for update', [saved!.dispatchId]);
  await claims.renew();
  await owner.query('commit');
  const { rows } = await owner.query<{ id: string }>(
    'select dispatch_id as id from mail_dispatch where leased_until > now()',
  );
  expect(rows).toEqual([{ id: other!.dispatchId }]);
});

test('saving what a run goes on with renews its lease', async () => {
  await owner.query('delete from mail_dispatch');
  await mail.dispatches.announce(TENANT, [due(aPerson())]);
  const claims = new Claims(mail.tables, TENANT, randomUUID(), LEASE_MS);
  const [taken] = await claims.take(10, MORNING);
  const { dispatchId, progress: before } = taken!;
  await owner.query(`update mail_dispatch set leased_until = now() - interval '1 s'`);
  const letter = { from: 'a@example.no', to: 'b@example.no', bytes: Buffer.from('Hei'), subject: 'Hei' };
  await claims.save(
    [{ dispatchId, before, next: { ...before, state: 'composed', composedAt: MORNING }, letter }],
    MORNING,
  );
  const { rows } = await owner.query('select bytes, subject, leased_until > now() as leased from mail_dispatch');
  expect(rows).toEqual([{ bytes: Buffer.from('Hei'), subject: 'Hei', leased: true }]);
});

interface Noted {
  readonly sql: string;
  readonly values: unknown[];
  /** Settings of its transaction. */
  readonly settings: readonly string[];
}

/** Tables that keep the prepared statements on mails, and what they were given. */
class NotingTables extends WorkingTables {
  readonly updates: Noted[] = [];

  in<T>(tenant: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return mail.tables.in(tenant, async (manager) => {
      const client = (await manager.queryRunner!.connect()) as PoolClient;
      const settings: string[] = [];
      const noted = (statement: { readonly text: string; readonly values: unknown[] }) => {
        this.updates.push({ sql: statement.text, values: statement.values, settings: [...settings] });
        return client.query(statement);
      };
      const query = (sql: string, values?: unknown[]) => {
        if (sql.startsWith('set local')) settings.push(sql);
        return manager.query(sql, values);
      };
      const queryRunner = { connect: () => Promise.resolve({ query: noted }) };
      return work({ query, queryRunner } as unknown as EntityManager);
    });
  }
}

/** The plan of a statement: for these values, or the one that PostgreSQL keeps for any. */
const planOf = ({ sql, values, settings }: Noted, mode: 'force_custom_plan' | 'force_generic_plan'): Promise<string> =>
  mail.tables.in(TENANT, async (manager) => {
    const literal = (value: unknown): string => {
      if (Array.isArray(value)) return escapeLiteral(`{${value.map((each) => JSON.stringify(each)).join()}}`);
      if (Buffer.isBuffer(value)) return escapeLiteral(`\\x${value.toString('hex')}`);
      return escapeLiteral(value instanceof Date ? value.toISOString() : String(value));
    };
    for (const setting of [...settings, `set local plan_cache_mode = ${mode}`]) await manager.query(setting);
    await manager.query(`prepare planned as ${sql}`);
    const rows: readonly Record<string, string>[] = await manager.query(
      `explain execute planned(${values.map(literal).join()})`,
    );
    await manager.query('deallocate planned');
    return rows.map((row) => row['QUERY PLAN']).join('\n');
  });

test('the first mails of an installation, of which PostgreSQL has no statistics, are looked up by their key', async () => {
  await owner.query('truncate mail_dispatch');
  await mail.dispatches.announce(
    TENANT,
    Array.from({ length: 10_000 }, () => due(aPerson())),
  );
  const tables = new NotingTables();
  const claims = new Claims(tables, TENANT, randomUUID(), LEASE_MS);
  const taken = await claims.take(40, MORNING);
  const letter = { from: 'a@example.no', to: 'b@example.no', bytes: Buffer.from('Hei'), subject: 'Hei' };
  const composed = taken.map(({ dispatchId, progress: before }) => {
    const next = { ...before, state: 'composed', composedAt: MORNING } as const;
    return { dispatchId, before, next, letter };
  });
  await claims.save(composed, MORNING);
  const begun = composed.map(({ dispatchId, next: before }) => {
    return { dispatchId, before, next: { ...before, state: 'handing-over', attempts: 1 } as const };
  });
  await claims.save(begun, MORNING);
  const plans = await Promise.all(
    (['force_custom_plan', 'force_generic_plan'] as const).flatMap((mode) =>
      tables.updates.map((update) => planOf(update, mode)),
    ),
  );
  expect(plans).toHaveLength(6);
  for (const plan of plans) expect(plan).toContain('Index Scan using mail_dispatch_pkey on mail_dispatch mail');
  // The mails to be taken are read from their index in order, so that no more are read than are taken.
  const taking = plans.filter((plan) => plan.includes('LockRows'));
  expect(taking).toHaveLength(2);
  for (const plan of taking) {
    expect(plan).toContain('Index Scan using mail_dispatch_waiting');
    expect(plan).not.toContain('Sort');
  }
});

test('no index names a column that changes while a mail is under way, so that its versions stay out of the indexes', async () => {
  const { rows } = await owner.query<{ name: string }>(
    `select distinct attname as name from pg_index join pg_attribute on attrelid = indrelid and attnum > 0
     where indrelid = 'mail_dispatch'::regclass and (attnum = any(indkey) or exists (
       select from pg_depend where objid = indexrelid and refobjid = indrelid and refobjsubid = attnum))
     order by attname`,
  );
  expect(rows.map(({ name }) => name)).toEqual([
    ...['dispatch_id', 'due_at', 'is_kept', 'is_waiting', 'kind', 'period', 'person_id', 'tenant'],
  ]);
});
