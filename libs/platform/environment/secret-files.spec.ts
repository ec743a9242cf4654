import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ENVIRONMENT_HELP, readEnvironment } from './environment.js';
import { StartRefused } from './start-refused.js';

const KEY = 'hemmelig-nøkkel-som-er-lang-nok-til-alt';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** Writes a file into the folder and returns its path. */
function file(name: string, content: string | Uint8Array): string {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
}

const refusal = (variables: Record<string, string>): string => {
  try {
    readEnvironment(variables, folder);
  } catch (error) {
    if (error instanceof StartRefused) return error.message;
    throw error;
  }
  return 'nothing was refused';
};

describe('a secret in a file', () => {
  test.each([
    ['without a newline at its end', KEY],
    ['with a newline at its end', `${KEY}\n`],
    ['written on Windows', `\uFEFF${KEY}\r\n`],
  ])('is read %s', (_, content) => {
    expect(readEnvironment({ SESSION_KEY_FILE: file('key', content) }, folder).sessionKey).toBe(KEY);
  });

  test('keeps every other space and newline, which may belong to it', () => {
    expect(readEnvironment({ SESSION_KEY_FILE: file('key', ` ${KEY} \n\n`) }, folder).sessionKey).toBe(` ${KEY} \n`);
  });

  test('is found from the working folder', () => {
    file('key', KEY);
    expect(readEnvironment({ SESSION_KEY_FILE: 'key' }, folder).sessionKey).toBe(KEY);
  });

  test('may be each variable with a password, and no other', () => {
    const variables = ENVIRONMENT_HELP.map(({ name }) => name).filter((name) => name.endsWith('_FILE'));
    expect(variables.sort()).toEqual([
      'DATABASE_URL_API_FILE',
      'DATABASE_URL_FILE',
      'DATABASE_URL_OPERATOR_FILE',
      'DATABASE_URL_WORKER_FILE',
      'KURRENTDB_URL_FILE',
      'OIDC_CLIENT_KEY_FILE',
      'OIDC_CLIENT_SECRET_FILE',
      'REDIS_URL_FILE',
      'SESSION_KEY_FILE',
      'SESSION_KEY_PREVIOUS_FILE',
      'SMTP_URL_FILE',
    ]);
  });

  test('gives the same settings as the variable', () => {
    const secrets = {
      DATABASE_URL: 'postgres://a:b@host/db',
      DATABASE_URL_API: 'postgres://c:d@host/db',
      KURRENTDB_URL: 'kurrentdb://a:b@host:2113',
      REDIS_URL: 'redis://:b@host:6379',
      SMTP_URL: 'smtps://a:b@mail.example.no',
      SESSION_KEY: KEY,
    };
    const files = Object.fromEntries(
      Object.entries(secrets).map(([name, value]) => [`${name}_FILE`, file(name, `${value}\n`)]),
    ) as Record<string, string>;
    const others = { MAIL_FROM: 'samspill@example.no' };
    const { clock: _, ...fromFiles } = readEnvironment({ ...others, ...files }, folder);
    const { clock: __, ...fromVariables } = readEnvironment({ ...others, ...secrets }, folder);
    expect(fromFiles).toEqual(fromVariables);
  });

  test('is not given together with the variable', () => {
    expect(refusal({ SESSION_KEY: KEY, SESSION_KEY_FILE: file('key', KEY) })).toBe(
      'SESSION_KEY and SESSION_KEY_FILE are both set: take one of them away.',
    );
  });

  test('counts an empty variable as not set', () => {
    expect(readEnvironment({ SESSION_KEY: KEY, SESSION_KEY_FILE: '' }, folder).sessionKey).toBe(KEY);
    expect(readEnvironment({ SESSION_KEY: '', SESSION_KEY_FILE: file('key', KEY) }, folder).sessionKey).toBe(KEY);
  });

  test.each([
    ['is missing', () => join(folder, 'nowhere'), 'names a file that does not exist'],
    [
      'is a folder',
      () => (mkdirSync(join(folder, 'sub'), { recursive: true }), 'sub'),
      'names a folder instead of a file',
    ],
    ['is empty', () => file('empty', ''), 'names an empty file'],
    ['is one newline', () => file('empty', '\n'), 'names an empty file'],
    ['has no end', () => '/dev/zero', 'names a file of more than 64 KiB, which is no secret'],
    ['is not text', () => file('bytes', Uint8Array.of(0xff, 0xfe, 0x00)), 'names a file that is not text in UTF-8'],
    ['is below another file', () => join(file('key', KEY), 'key'), 'names a file that cannot be read'],
  ])('refuses the start when it %s', (_, path, why) => {
    expect(refusal({ SESSION_KEY_FILE: path() })).toBe(`SESSION_KEY_FILE ${why}.`);
  });

  test('refuses the start when this user may not read it', () => {
    const path = file('closed', KEY);
    chmodSync(path, 0);
    const isRoot = process.getuid?.() === 0; // who may read every file
    const refused = 'SESSION_KEY_FILE names a file that this user may not read.';
    expect(refusal({ SESSION_KEY_FILE: path })).toBe(isRoot ? 'nothing was refused' : refused);
  });

  test('is never shown, neither its content nor a secret that was given instead of a path', () => {
    const path = file('url', 'mysql://ola:hemmelig@host/db');
    expect(refusal({ DATABASE_URL_FILE: path })).toBe(
      'DATABASE_URL must be a PostgreSQL address such as postgres://user:password@host:5432/database.',
    );
    expect(refusal({ SESSION_KEY_FILE: KEY })).toBe('SESSION_KEY_FILE names a file that does not exist.');
  });

  test('is named beside all other faults', () => {
    expect(refusal({ SESSION_KEY_FILE: join(folder, 'nowhere'), PORT: 'web' }).split('\n')).toHaveLength(2);
  });
});
