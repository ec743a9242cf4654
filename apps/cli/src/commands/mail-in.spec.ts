import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { dispatchIdOf } from '#platform/mail';
import { EXIT } from '#platform/process';
import { Client } from 'pg';
import { mailSetup, migrations } from '../../../composition/src/index.js';
import { readEnvironment } from '#platform/environment';
import { migratedDatabase, type FreshDatabase } from '../../../../test/postgres.js';
import { readMail } from './mail-in.js';

const PROJECT = fileURLToPath(new URL('../../../../', import.meta.url));
const TENANT = '9901';
const PERSON = '2a6ede5a-fca3-5810-ab64-840ddbb315fa';
const MAIL = { personId: PERSON, kind: 'digest', period: '2026-W49' };
const DISPATCH = dispatchIdOf(TENANT, MAIL);

let database: FreshDatabase;
let environment: Readonly<Record<string, string>>;
beforeAll(async () => {
  database = await migratedDatabase(migrations);
  environment = {
    DATABASE_URL_WORKER: database.environment.DATABASE_URL_WORKER,
    SESSION_KEY: 'a session key of 32 characters or more',
    MAIL_BOUNCES: 'bounce@example.no',
  };
  await asOwner((owner) =>
    owner.query(
      `insert into mail_dispatch (tenant, dispatch_id, person_id, kind, period, about, due_at, state, state_at)
       values ($1, $2, $3, $4, $5, '{}', now(), 'accepted', now())`,
      [TENANT, DISPATCH, MAIL.personId, MAIL.kind, MAIL.period],
    ),
  );
});
afterAll(() => database.drop());

async function asOwner<T>(work: (owner: Client) => Promise<T>): Promise<T> {
  const owner = new Client(database.ownerUrl);
  await owner.connect();
  try {
    return await work(owner);
  } finally {
    await owner.end();
  }
}

/** Runs `samspill mail-in` with a mail on its standard input. */
async function mailIn(mail: string, variables: Readonly<Record<string, string>> = environment) {
  const program = ['--import', `${PROJECT}test/typescript.mjs`, `${PROJECT}apps/cli/src/main.ts`, 'mail-in'];
  const child = spawn(process.execPath, program, { env: { PATH: process.env['PATH'], ...variables } });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stdin.end(mail);
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, output: output.trim() };
}

const reportTo = (address: string) =>
  [
    `To: ${address}`,
    'Message-ID: <1@mx.example.no>',
    'Content-Type: multipart/report; report-type=delivery-status; boundary="B"',
    '',
    '--B',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example.no',
    '',
    'Final-Recipient: rfc822; ragnhild.plantet@example.no',
    'Action: failed',
    'Status: 5.1.1',
    '',
    '--B--',
  ].join('\r\n');
const senderOf = (dispatchId: string) => mailSetup(readEnvironment(environment)).envelopeFrom(dispatchId);

describe('samspill mail-in', () => {
  test('records a report, once', async () => {
    const report = reportTo(senderOf(DISPATCH));
    expect(await mailIn(report)).toEqual({
      code: EXIT.ok,
      output: `Recorded for mail ${DISPATCH} of municipality ${TENANT}: 5.1.1.`,
    });
    expect(await mailIn(report)).toMatchObject({ code: EXIT.ok, output: expect.stringMatching(/^Known already/) });
    const { rows } = await asOwner((owner) => owner.query('select state from mail_dispatch'));
    expect(rows).toEqual([{ state: 'bounced' }]);
  });

  test.each([
    ['another address', 'kari@example.no', /no envelope sender of this installation/],
    ['a wrong signature', `bounce+${'a'.repeat(26)}.${'b'.repeat(16)}@example.no`, /not been signed/],
  ])('refuses a report to %s in one sentence', async (_, address, sentence) => {
    const { code, output } = await mailIn(reportTo(address));
    expect(code).toBe(EXIT.faults);
    expect(output).toMatch(sentence);
    expect(output).not.toMatch(/\n|plantet|kari/);
  });

  test('keeps a mail for later when there is no database', async () => {
    const nowhere = { ...environment, DATABASE_URL_WORKER: 'postgres://samspill_worker:secret@127.0.0.1:1/samspill' };
    const { code, output } = await mailIn(reportTo(senderOf(DISPATCH)), nowhere);
    expect(code).toBe(EXIT.tryAgain);
    expect(output).toMatch(/^The mail could not be taken now\. /);
    expect(output).not.toContain('secret');
  });
});

test('a mail that is too large is not read to its end', async () => {
  let given = 0;
  const endless = Readable.from(
    (function* () {
      for (;;) {
        given += 1;
        yield Buffer.alloc(1024 * 1024);
      }
    })(),
    { objectMode: false },
  );
  await expect(readMail(endless)).rejects.toThrow('The mail is larger than 5 MiB, and was not read.');
  expect(given).toBeLessThan(10);
});
