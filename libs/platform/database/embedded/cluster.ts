import { spawn } from 'node:child_process';
import { chown, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { StartRefused } from '#platform/environment';
import type { Account } from './account.js';
import type { Binaries } from './binaries.js';
import { DATABASE, placesIn, UNFINISHED } from './data-folder.js';

/** Sorts æ, ø and å in Norwegian order in every list that the database sorts. */
const LOCALE = ['--encoding=UTF8', '--locale=C.UTF-8', '--locale-provider=icu', '--icu-locale=nb-NO'];

interface NewCluster {
  readonly folder: string;
  readonly password: string;
  /** False only in tests: writes may be lost when the machine stops. */
  readonly durable: boolean;
}

/**
 * Initialises the database of a data folder in a temporary folder and moves it into place when complete, so that an
 * interrupted start can be repeated.
 */
export async function initialiseCluster(
  { initdb, postgres }: Binaries,
  account: Account,
  { folder, password, durable }: NewCluster,
): Promise<void> {
  await removeUnfinished(folder);
  const { cluster } = placesIn(folder);
  const unfinished = await mkdtemp(join(folder, UNFINISHED));
  const passwordFile = join(folder, '.database-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (account.owner) {
    for (const path of [unfinished, passwordFile]) await chown(path, account.owner.uid, account.owner.gid);
  }
  const flags = [`--username=${DATABASE}`, '--auth=scram-sha-256', '--no-instructions', ...LOCALE];
  if (!durable) flags.push('--no-sync');
  try {
    await finish(account, initdb, [`--pgdata=${unfinished}`, `--pwfile=${passwordFile}`, ...flags]);
    const single = ['--single', '-D', unfinished, ...(durable ? [] : ['-F']), 'postgres'];
    await finish(account, postgres, single, `CREATE DATABASE ${DATABASE}\n`);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, cluster);
}

/**
 * An `initdb` that outlived its Samspill may still be writing: it uses its own folder, and fails when that is removed.
 */
async function removeUnfinished(folder: string): Promise<void> {
  const left = (await readdir(folder)).filter((name) => name.startsWith(UNFINISHED));
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true, maxRetries: 5 })));
}

/** Runs a program to its end; its output is reported only if it fails. */
async function finish(account: Account, program: string, args: readonly string[], input = ''): Promise<void> {
  const { program: command, args: all, ...as } = account.as(program, args);
  await new Promise<void>((resolve, reject) => {
    const child = spawn(command, all, { ...as, cwd: '/', env: DATABASE_ENVIRONMENT, stdio: 'pipe' });
    let output = '';
    const collect = (chunk: Buffer) => (output += chunk.toString());
    child.stdout.on('data', collect);
    child.stderr.on('data', collect);
    child.stdin.on('error', () => undefined);
    child.stdin.end(input);
    child.once('error', (error) => reject(notMade(error.message)));
    child.once('close', (code) => (code === 0 ? resolve() : reject(notMade(output))));
  });
}

/** Finds the line that names the fault: the last line only reports the clean-up. */
const FAULT = /\b(FATAL|PANIC|error|could not|cannot|No space left|too large)\b/i;

function notMade(output: string): StartRefused {
  const lines = output.trim().split('\n');
  const fault = lines.find((line) => FAULT.test(line)) ?? lines.at(-1) ?? '';
  return new StartRefused(`The database could not be made (${fault.trim()}): correct that and start again.`);
}

/**
 * The database gets nothing of the user's environment: PG* variables would change its behaviour, secrets could leak.
 */
export const DATABASE_ENVIRONMENT = { PATH: process.env.PATH ?? '', LC_ALL: 'C', TZ: 'UTC' };
