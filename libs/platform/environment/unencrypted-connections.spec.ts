import { describe, expect, test } from '@jest/globals';
import { readEnvironment } from './environment.js';
import { StartRefused } from './start-refused.js';

const MAIL_FROM = 'samspill@example.no';
/** The sentences with which production refuses these variables; none when it takes them. */
function refusals(variables: Readonly<Record<string, string>>, production = true): readonly string[] {
  try {
    readEnvironment({ ...variables, ...(production && { NODE_ENV: 'production' }) }, '/home/ola');
    return [];
  } catch (error) {
    if (error instanceof StartRefused) return error.message.split('\n');
    throw error;
  }
}

const UNENCRYPTED: readonly (readonly [variables: Record<string, string>, remedy: string])[] = [
  [{ DATABASE_URL: 'postgres://ola:hemmelig@db.example.no/samspill' }, 'add sslmode=verify-full to it'],
  [{ DATABASE_URL_API: 'postgres://ola:hemmelig@10.0.0.5:5432/samspill' }, 'add sslmode=verify-full to it'],
  [{ DATABASE_URL_WORKER: 'postgres://ola@db/samspill?sslmode=prefer' }, 'add sslmode=verify-full to it'],
  [{ DATABASE_URL_OPERATOR: 'postgres://ola@localhost/samspill?host=db.example.no' }, 'add sslmode=verify-full to it'],
  [{ REDIS_URL: 'redis://:hemmelig@redis.example.no:6379' }, 'begin it with rediss:'],
  [{ KURRENTDB_URL: 'kurrentdb://ola:hemmelig@one:2113,127.0.0.1:2113?tls=false' }, 'take tls=false away'],
  [{ SMTP_URL: 'smtp://mail.example.no:25?starttls=optional', MAIL_FROM }, 'take starttls=optional away'],
];
const ENCRYPTED: readonly Record<string, string>[] = [
  { DATABASE_URL: 'postgres://ola:hemmelig@db.example.no/samspill?sslmode=verify-full' },
  { DATABASE_URL: 'postgres://ola:hemmelig@db.example.no/samspill?application_name=x&sslmode=require' },
  { REDIS_URL: 'rediss://:hemmelig@redis.example.no:6379' },
  { KURRENTDB_URL: 'kurrentdb://ola:hemmelig@one:2113,two:2113' },
  { SMTP_URL: 'smtp://ola:hemmelig@mail.example.no', MAIL_FROM },
  { SMTP_URL: 'smtps://ola:hemmelig@mail.example.no', MAIL_FROM },
];
const ON_THIS_MACHINE: readonly Record<string, string>[] = [
  { DATABASE_URL: 'postgres://ola:hemmelig@127.0.0.1:5432/samspill' },
  { DATABASE_URL: 'postgres://ola:hemmelig@[::1]:5432/samspill' },
  { DATABASE_URL: 'postgres://ola:p%40ss@localhost/samspill' },
  { DATABASE_URL: 'postgres://ola@%2Fvar%2Frun%2Fpostgresql/samspill' },
  { REDIS_URL: 'redis://127.0.0.1:6379' },
  { KURRENTDB_URL: 'kurrentdb://localhost:2113?tls=false' },
  { SMTP_URL: 'smtp://127.0.0.1:2525', MAIL_FROM },
];

describe('production', () => {
  test.each(UNENCRYPTED)('refuses to connect to another machine without TLS by %j', (variables, remedy) => {
    const [name] = Object.keys(variables);
    expect(refusals(variables)).toEqual([
      `NODE_ENV is production, and ${name!} leads to another machine without TLS: ${remedy}, or name the host in PLAINTEXT_HOSTS if nobody else is on its network.`,
    ]);
  });

  test.each([...ENCRYPTED, ...ON_THIS_MACHINE])('takes %j', (variables) => {
    expect(refusals(variables)).toEqual([]);
  });

  test('refuses an address whose hosts cannot be told, in a sentence', () => {
    expect(refusals({ DATABASE_URL: 'postgres://ola:a%/b@db/samspill' })).toContainEqual(
      expect.stringContaining('DATABASE_URL leads to another machine without TLS'),
    );
  });

  test('takes hosts without TLS that are named, and no others', () => {
    const variables = Object.assign({}, ...UNENCRYPTED.map(([each]) => each)) as Record<string, string>;
    const hosts = 'db.example.no, 10.0.0.5,db,redis.example.no,one,mail.example.no';
    expect(refusals({ ...variables, PLAINTEXT_HOSTS: hosts })).toEqual([]);
    expect(refusals({ ...variables, PLAINTEXT_HOSTS: 'example.no' })).toHaveLength(UNENCRYPTED.length);
    expect(refusals({ PLAINTEXT_HOSTS: 'postgres:5432/x' })).toEqual([
      'PLAINTEXT_HOSTS must be host names separated by commas, without ports, such as postgres,redis.',
    ]);
  });
});

test('outside production nothing of this is refused', () => {
  for (const [variables] of UNENCRYPTED) expect(refusals(variables, false)).toEqual([]);
});
