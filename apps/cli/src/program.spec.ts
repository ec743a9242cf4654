import { describe, expect, test } from '@jest/globals';
import { runHere } from './cli.examples.js';
import { EXIT } from '#platform/process';

const COMMANDS = [
  'start',
  'api',
  'worker',
  'migrate',
  'import',
  'admin',
  'rebuild',
  'backup',
  'restore',
  'verify',
  'events',
  'mail-in',
  'demo',
  'bench',
];

describe('samspill', () => {
  test('names every command in its help, and the exit codes', async () => {
    const { code, out } = await runHere(['--help']);
    expect(code).toBe(EXIT.ok);
    for (const command of COMMANDS) expect(out).toMatch(new RegExp(`^  ${command}\\b`, 'm'));
    expect(out).toContain('Exit codes:');
  });

  test.each([
    ...COMMANDS.filter((it) => it !== 'import' && it !== 'admin'),
    'import units',
    'admin invite-coordinator',
    'admin revoke-invitation',
    'admin change-number',
  ])('%s has a help with an example', async (command) => {
    const { code, out } = await runHere([...command.split(' '), '--help']);
    expect(code).toBe(EXIT.ok);
    expect(out).toMatch(/Examples?:\n {2}.*samspill/);
  });

  test.each([
    [['fly'], 'unknown command'],
    [['verify', '--fast'], 'unknown option'],
    [['events', '--from', 'yesterday'], 'a position is a whole number'],
    [['demo', '--seed', '-1'], 'a seed is a whole number'],
    [['bench', 'luck'], 'Allowed choices'],
    [['admin', 'revoke-invitation', '--municipality', '3203'], 'required option'],
    [['admin', 'invite-coordinator', '--municipality', '3203', '--days', '0'], 'a whole number of days'],
    [['import', 'units', '/nowhere/units.json'], 'cannot be read (ENOENT)'],
  ])('%j is refused as wrong usage', async (args, sentence) => {
    const { code, err } = await runHere(args, { SAMSPILL_DATA: '/nowhere' });
    expect(err).toContain(sentence);
    expect(code).toBe(EXIT.wrongUse);
  });

  test.each([
    [['start'], { PORT: 'web' }, 'PORT must be a whole number'],
    [['start'], { NODE_ENV: 'production' }, 'set OIDC_ISSUER'],
    [['verify'], { SAMSPILL_DATA: '/nowhere/samspill' }, 'There is nothing of Samspill in /nowhere/samspill yet'],
    [['migrate'], { SAMSPILL_DATA: '/dev/null/samspill' }, 'The data folder /dev/null/samspill cannot be used'],
    [
      ['migrate'],
      { DATABASE_URL: 'postgres://samspill:secret@127.0.0.1:1/samspill' },
      'The database at 127.0.0.1:1 cannot be reached',
    ],
  ])('%j with %j refuses to start in one sentence', async (args, environment, sentence) => {
    const { code, err } = await runHere(args, environment);
    expect(err).toContain(sentence);
    expect(err).not.toMatch(/secret|\n {4}at /);
    expect(code).toBe(EXIT.refusedToStart);
  });
});
