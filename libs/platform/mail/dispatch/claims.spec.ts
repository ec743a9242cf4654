import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { Client } from 'pg';
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
  const { dispatchId, standing: before } = taken!;
  await owner.query(`update mail_dispatch set leased_until = now() - interval '1 s'`);
  const letter = { from: 'a@example.no', to: 'b@example.no', bytes: Buffer.from('Hei'), subject: 'Hei' };
  await claims.save(
    [{ dispatchId, before, next: { ...before, state: 'composed', composedAt: MORNING }, letter }],
    MORNING,
  );
  const { rows } = await owner.query('select bytes, subject, leased_until > now() as leased from mail_dispatch');
  expect(rows).toEqual([{ bytes: Buffer.from('Hei'), subject: 'Hei', leased: true }]);
});
