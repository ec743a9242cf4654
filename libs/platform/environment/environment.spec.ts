import { describe, expect, test } from '@jest/globals';
import { ENVIRONMENT_HELP, readEnvironment } from './environment.js';
import { StartRefused } from './start-refused.js';

const refusal = (variables: Record<string, string>): string => {
  try {
    readEnvironment(variables, '/home/ola');
  } catch (error) {
    if (error instanceof StartRefused) return error.message;
    throw error;
  }
  return 'nothing was refused';
};

describe('the environment', () => {
  test('needs nothing to be set', () => {
    expect(readEnvironment({}, '/home/ola')).toMatchObject({
      host: '127.0.0.1',
      port: 3000,
      dataFolder: '/home/ola/.samspill',
      logLevel: 'info',
      production: false,
    });
    expect(readEnvironment({}, '/home/ola').databaseUrl).toBeUndefined();
  });

  test('counts an empty variable as not set', () => {
    expect(readEnvironment({ PORT: '', DATABASE_URL: '', OIDC_ISSUER: '' }, '/').port).toBe(3000);
  });

  test.each(['', ' ', '\t\n'])('counts %j as not set, whatever the variable', (nothing) => {
    const all = Object.fromEntries(ENVIRONMENT_HELP.map(({ name }) => [name, nothing]));
    const { clock: _, ...unset } = readEnvironment({}, '/srv');
    const { clock: __, ...blank } = readEnvironment(all, '/srv');
    expect(blank).toEqual(unset);
    // As Compose passes on what its .env file leaves out: no mail server, and no sender without one.
    expect(readEnvironment({ SMTP_URL: nothing, MAIL_FROM: nothing }, '/srv').mail).toEqual(unset.mail);
  });

  test('leaves a value with blanks as it is', () => {
    expect(refusal({ HOST: ' 127.0.0.1' })).toBe('HOST must be an address or a host name such as 127.0.0.1.');
  });

  test('resolves a relative data folder, and leaves an absolute one', () => {
    expect(readEnvironment({ SAMSPILL_DATA: 'tfs' }, '/home/ola').dataFolder).toBe('/home/ola/tfs');
    expect(readEnvironment({ SAMSPILL_DATA: '/srv/tfs' }, '/home/ola').dataFolder).toBe('/srv/tfs');
  });

  test('starts the clock at SAMSPILL_CLOCK, after which it runs', () => {
    const before = performance.now();
    const { clock } = readEnvironment({ SAMSPILL_CLOCK: '2026-11-21T07:00:00+01:00' });
    const passed = clock.now().getTime() - new Date('2026-11-21T06:00:00Z').getTime();
    expect(passed).toBeGreaterThanOrEqual(0);
    // The clock has a resolution of one millisecond.
    expect(passed).toBeLessThanOrEqual(performance.now() - before + 1);
  });

  test.each([
    [{ PORT: 'web' }, 'PORT must be a whole number from 0 to 65535, not web.'],
    [{ PORT: '70000' }, 'PORT must be a whole number from 0 to 65535, not 70000.'],
    [{ PORT: '-1' }, 'PORT must be a whole number from 0 to 65535, not -1.'],
    [{ HOST: 'http://localhost' }, 'HOST must be an address or a host name such as 127.0.0.1.'],
    [{ SESSION_KEY: 'short' }, 'SESSION_KEY must be at least 32 characters.'],
    [{ SESSION_KEY_PREVIOUS: 'short' }, 'SESSION_KEY_PREVIOUS must be at least 32 characters.'],
    [
      { SAMSPILL_ORIGIN: 'samspill.example.no/tfs' },
      'SAMSPILL_ORIGIN must be an address without a path such as https://samspill.example.no.',
    ],
    [{ LOG_LEVEL: 'loud' }, 'LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.'],
    [
      { SAMSPILL_CLOCK: '2026-11-21' },
      'SAMSPILL_CLOCK must be a time with its offset such as 2026-11-21T07:00:00+01:00.',
    ],
    [
      { SAMSPILL_CLOCK: '2026-11-21T07:00:00+01:00', NODE_ENV: 'production' },
      'SAMSPILL_CLOCK is for demo and tests and cannot be set together with NODE_ENV=production.',
    ],
    [
      { REDIS_URL: 'http://localhost:6379' },
      'REDIS_URL must be a Redis address such as redis://:password@host:6379, or rediss://… with TLS.',
    ],
    [
      { KURRENTDB_URL: 'http://localhost:2113' },
      'KURRENTDB_URL must be a KurrentDB address such as kurrentdb://user:password@host:2113?tls=true.',
    ],
    [{ KURRENTDB_LOG: 'Our log' }, 'KURRENTDB_LOG must be one word of small letters and digits such as samspill.'],
    [
      { SMTP_URL: 'smtp://localhost' },
      'SMTP_URL needs MAIL_FROM, the sender of all mail, such as Samspill <samspill@example.no>.',
    ],
    [{ MAIL_FROM: 'Samspill' }, 'MAIL_FROM must be a name and an address such as Samspill <samspill@example.no>.'],
    [
      { MAIL_FROM: 'Samspill <samspill@example.no>\nBcc: all@example.no' },
      'MAIL_FROM must be a name and an address such as Samspill <samspill@example.no>.',
    ],
    [
      { MAIL_BOUNCES: 'a-name-that-is-far-too-long@example.no' },
      'MAIL_BOUNCES must be an address such as bounce@samspill.example.no, with at most 20 characters before the @.',
    ],
    [{ MAIL_CONNECTIONS: '0' }, 'MAIL_CONNECTIONS must be a whole number from 1 to 50.'],
    [{ MAIL_PER_MINUTE: 'many' }, 'MAIL_PER_MINUTE must be a whole number from 1 to 100000.'],
    [{ RATE_PERSON: 'many' }, 'RATE_PERSON must be a whole number from 0 (no limit) to 1000000.'],
    [{ RATE_SIGN_IN: '1000001' }, 'RATE_SIGN_IN must be a whole number from 0 (no limit) to 1000000.'],
    [
      { TRUSTED_PROXIES: '10.0.0.5, proxy.example.no' },
      'TRUSTED_PROXIES must be addresses or networks, separated by commas, such as 10.0.0.5,10.1.0.0/16.',
    ],
  ])('refuses %j in one sentence', (variables, sentence) => {
    expect(refusal(variables)).toBe(sentence);
  });

  test.each(['DATABASE_URL', 'DATABASE_URL_API', 'DATABASE_URL_WORKER', 'DATABASE_URL_OPERATOR'])(
    'never shows a possible password, as in %s',
    (variable) => {
      expect(refusal({ [variable]: 'mysql://ola:hemmelig@host/db' })).toBe(
        `${variable} must be a PostgreSQL address such as postgres://user:password@host:5432/database.`,
      );
    },
  );

  test.each([
    'http://ola:hemmelig@mail.example.no',
    'smtp://ola:hemmelig@',
    'smtp://ola:hemmelig@mail.example.no/path',
    'smtp://ola:hemmelig@mail.example.no?starttls=optional',
    'smtp://ola:hemmelig@mail.example.no?starttls=never',
    'smtp://ola:hemmelig@mail.example.no?tls.rejectUnauthorized=false',
    'smtp://ola:hemmelig%zz@mail.example.no',
  ])('refuses the mail server %j, and does not show its password', (SMTP_URL) => {
    const sentence = refusal({ SMTP_URL, MAIL_FROM: 'samspill@example.no' });
    expect(sentence).toMatch(/^SMTP_URL must be a mail server such as smtps:/);
    expect(sentence).not.toContain('hemmelig');
  });

  test.each([
    [
      'smtps://ola:hemmelig@mail.example.no',
      { host: 'mail.example.no', port: 465, secure: true, startTls: 'required' },
    ],
    ['smtp://ola:hemmelig@mail.example.no', { port: 587, secure: false, startTls: 'required', user: 'ola' }],
    ['smtp://ola%40example.no:p%C3%A5%3A@mail.example.no', { user: 'ola@example.no', password: 'på:' }],
    ['smtp://mail.example.no:25?starttls=optional', { port: 25, startTls: 'optional' }],
    ['smtp://127.0.0.1:2525', { host: '127.0.0.1', port: 2525, startTls: 'optional', connections: 5 }],
    ['smtp://[::1]', { host: '::1', startTls: 'optional' }],
    ['smtp://localhost?starttls=required', { startTls: 'required' }],
  ])('reads the mail server %j', (SMTP_URL, expected) => {
    expect(readEnvironment({ SMTP_URL, MAIL_FROM: 'samspill@example.no' }, '/').mail.smtp).toMatchObject(expected);
  });

  test.each([
    ['Samspill Fjordvik <samspill@example.no>', { name: 'Samspill Fjordvik', address: 'samspill@example.no' }],
    ['samspill@example.no', { name: 'Samspill', address: 'samspill@example.no' }],
    ['<samspill@example.no>', { name: 'Samspill', address: 'samspill@example.no' }],
  ])('reads the sender %j', (MAIL_FROM, expected) => {
    expect(readEnvironment({ MAIL_FROM }, '/').mail.from).toEqual(expected);
  });

  test('trusts no proxy unless Samspill stands behind one', () => {
    const behind = { SAMSPILL_ORIGIN: 'https://samspill.example.no' };
    expect(readEnvironment({}).trustedProxies).toEqual([]);
    expect(readEnvironment(behind).trustedProxies).toEqual(['loopback', 'linklocal', 'uniquelocal']);
    expect(readEnvironment({ ...behind, TRUSTED_PROXIES: '10.0.0.5, 10.1.0.0/16' }).trustedProxies).toEqual([
      '10.0.0.5',
      '10.1.0.0/16',
    ]);
  });

  test('names all faults at once', () => {
    expect(refusal({ PORT: 'web', LOG_LEVEL: 'loud' }).split('\n')).toHaveLength(2);
  });
});
