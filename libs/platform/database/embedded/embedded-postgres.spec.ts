import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Client } from 'pg';
import { StartRefused } from '#platform/environment';
import { discard, startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './embedded-postgres.js';
import { waitForEnd } from './running-process.js';

const run = promisify(execFile);
const PROCESS = fileURLToPath(new URL('../../../../test/embedded-process.mjs', import.meta.url));
let parent: string;
let folder: string;

beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), 'samspill-embedded-'));
  folder = join(parent, 'data');
});
afterAll(async () => {
  await discard(folder);
  await rm(parent, { recursive: true, force: true });
});

let running: EmbeddedPostgres | undefined;

const start = async (options: Partial<EmbeddedOptions> = {}): Promise<EmbeddedPostgres> =>
  (running = await startEmbeddedPostgres({ folder, durable: false, ...options }));

afterEach(() => running?.stop());

async function query(url: string, sql: string): Promise<readonly unknown[]> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Record<string, unknown>>(sql)).rows.map((row) => Object.values(row)[0]);
  } finally {
    await client.end();
  }
}

interface Answer {
  readonly url: string;
  readonly pid: number;
  readonly refused?: string;
}

/** Starts another process on the same folder and returns its first message. */
async function startElsewhere(): Promise<{ process: ChildProcess; answer: Answer }> {
  const child = spawn(process.execPath, ['--no-warnings', PROCESS, folder], { stdio: ['ignore', 'pipe', 'inherit'] });
  const [line] = (await once(child.stdout, 'data')) as [Buffer];
  return { process: child, answer: JSON.parse(line.toString()) as Answer };
}

async function kill(child: ChildProcess): Promise<void> {
  const exited = once(child, 'exit');
  child.kill('SIGKILL');
  await exited;
}

describe('the embedded PostgreSQL', () => {
  test('is created on the first start, also after an interrupted creation, with a private password file', async () => {
    await mkdir(join(folder, 'postgres.unfinished-x', 'base'), { recursive: true });
    const postgres = await start();
    expect(postgres.isNew).toBe(true);
    await query(postgres.url, 'CREATE TABLE kept (word text)');
    await query(postgres.url, "INSERT INTO kept VALUES ('samspill')");
    expect(await query(postgres.url, 'SHOW listen_addresses')).toEqual(['127.0.0.1']);
    expect((await stat(join(folder, 'database.json'))).mode & 0o777).toBe(0o600);
    await expect(query(postgres.url.replace(/:[^:@]+@/, ':guess@'), 'SELECT 1')).rejects.toThrow('password');
    await postgres.stop();
    expect(await waitForEnd(postgres.pid, 100)).toBe(true);
  });

  test('keeps its data between starts', async () => {
    const postgres = await start({ durable: true });
    expect(postgres.isNew).toBe(false);
    expect(await query(postgres.url, 'SELECT word FROM kept')).toEqual(['samspill']);
    expect(await query(postgres.url, 'SHOW fsync')).toEqual(['on']);
    expect(await query(postgres.url, 'SHOW synchronous_commit')).toEqual(['on']);
  });

  test('is started again when a killed process left it running', async () => {
    const { process: killed, answer } = await startElsewhere();
    await query(answer.url, "INSERT INTO kept VALUES ('before the kill')");
    await kill(killed);
    const postgres = await start();
    expect(postgres.pid).not.toBe(answer.pid);
    expect(await waitForEnd(answer.pid, 1000)).toBe(true);
    expect(await query(postgres.url, 'SELECT word FROM kept ORDER BY word')).toEqual(['before the kill', 'samspill']);
  });

  test('is started again after both were killed', async () => {
    const { process: killed, answer } = await startElsewhere();
    await query(answer.url, "INSERT INTO kept VALUES ('committed')");
    await kill(killed);
    process.kill(answer.pid, 'SIGKILL');
    const postgres = await start();
    expect(await query(postgres.url, "SELECT count(*)::int FROM kept WHERE word = 'committed'")).toEqual([1]);
  });

  test('starts when the pid in its file now belongs to another process', async () => {
    const stale = [process.pid, join(folder, 'postgres'), 0, 5432, '', '127.0.0.1', '0 0', 'ready'];
    await writeFile(join(folder, 'postgres', 'postmaster.pid'), stale.join('\n'));
    const postgres = await start();
    expect(await query(postgres.url, 'SELECT 1')).toEqual([1]);
  });

  test('refuses a second process on the same folder, and the first continues', async () => {
    const postgres = await start();
    const { answer } = await startElsewhere();
    expect(answer.refused).toBe(
      `Samspill is already running on the data folder ${folder} (process ${process.pid}): ` +
        'stop it first, or choose another folder with SAMSPILL_DATA.',
    );
    expect(await query(postgres.url, 'SELECT 1')).toEqual([1]);
  });

  test('uses another port when its own is taken', async () => {
    const { port } = JSON.parse(await readFile(join(folder, 'database.json'), 'utf8')) as { port: number };
    const other = createServer().listen(port, '127.0.0.1');
    await once(other, 'listening');
    const postgres = await start();
    expect(new URL(postgres.url).port).not.toBe(String(port));
    expect(await query(postgres.url, 'SELECT 1')).toEqual([1]);
    other.close();
  });

  test('reports the loss of the server', async () => {
    let lose: () => void = () => undefined;
    const lost = new Promise<void>((resolve) => (lose = resolve));
    const { pid } = await start({ onLost: lose });
    process.kill(pid, 'SIGKILL');
    await lost;
  });

  test.each([
    ['base', /does not open \(database "samspill" does not exist\): put the data folder back from a backup/],
    ['global', /did not start \(could not find the database system\): see .*put the data folder back from a backup/],
    ['pg_wal', /did not start \(required WAL directory "pg_wal" does not exist\)/],
    ['postgresql.conf', /did not start \(could not access the server configuration file/],
  ])('refuses a database that lacks %s, with the error of this start', async (part, sentence) => {
    const damaged = join(parent, `without-${part}`);
    // Keeps the owner, which is another account when this runs as root.
    await run('cp', ['-a', folder, damaged]);
    await rm(join(damaged, 'postgres', part), { recursive: true });
    await expect(start({ folder: damaged })).rejects.toThrow(sentence);
    await expect(start({ folder: damaged })).rejects.toBeInstanceOf(StartRefused);
  });

  test('asks to restore a missing password file', async () => {
    const access = join(folder, 'database.json');
    const kept = await readFile(access, 'utf8');
    await rm(access);
    await expect(start()).rejects.toThrow(
      `The file ${access}, which holds the database's password, is missing or spoilt: put it back from a backup.`,
    );
    await writeFile(access, kept, { mode: 0o600 });
    await start();
  });
});

if (process.getuid?.() === 0) {
  test('runs under another account when started by root, also in a folder that only root may enter', async () => {
    const closed = await mkdtemp(join(tmpdir(), 'samspill-closed-'));
    const postgres = await startEmbeddedPostgres({ folder: join(closed, 'data'), durable: false });
    const status = await readFile(`/proc/${postgres.pid}/status`, 'utf8');
    expect(status).not.toMatch(/^Uid:\s+0\s/m);
    expect(await query(postgres.url, 'SELECT 1')).toEqual([1]);
    await postgres.stop();
    await rm(closed, { recursive: true });
  });
}
