import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readFile, realpath, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** A small program that replaces Samspill's and reports how it was started. */
const TELLS = `
import { word } from '#greeting';
process.on('SIGTERM', () => process.exit(7));
const { SAMSPILL_DATA: data } = process.env;
const args: string[] = process.argv.slice(2);
console.log(JSON.stringify({ word, args, folder: process.cwd(), data, node: process.versions.node }));
if (args[0] === 'fail') throw new Error('on purpose');
if (args[0] === 'wait') setInterval(() => undefined, 1000);
process.exitCode = args[0] === 'code' ? Number(args[1]) : 0;
`;

let parent: string;
let project: string;
let elsewhere: string;
const inProject = (...path: string[]) => join(project, ...path);

beforeAll(async () => {
  parent = await realpath(await mkdtemp(join(tmpdir(), 'samspill-scripts-')));
  project = join(parent, 'project');
  elsewhere = join(parent, 'elsewhere');
  await mkdir(elsewhere, { recursive: true });
  const settings = [
    'package.json',
    'package-lock.json',
    '.swcrc',
    'nest-cli.json',
    'tsconfig.json',
    'tsconfig.build.json',
  ];
  for (const name of ['scripts', ...settings]) {
    await cp(join(ROOT, name), inProject(name), { recursive: true });
  }
  await symlink(join(ROOT, 'node_modules'), inProject('node_modules'));
  await mkdir(inProject('apps', 'cli', 'src'), { recursive: true });
  await mkdir(inProject('libs', 'greeting'), { recursive: true });
  await writeFile(inProject('apps', 'cli', 'src', 'main.ts'), TELLS);
  await writeFile(inProject('libs', 'greeting', 'index.ts'), "export const word: string = 'hei';\n");
});
afterAll(() => rm(parent, { recursive: true, force: true }));

interface StartOutput {
  readonly word: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly data: string;
  readonly node: string;
}

function begin(args: readonly string[], { folder = elsewhere, set = {} } = {}) {
  const { npm_lifecycle_event: _, INIT_CWD: __, SAMSPILL_DATA: ___, ...env } = process.env;
  const child = spawn(process.execPath, [inProject('scripts', 'run.mjs'), ...args], {
    cwd: folder,
    env: { ...env, ...set },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let out = '';
  let err = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()));
  const ended = once(child, 'close').then(([code]) => ({ code: code as number | null, out, err }));
  return { child, ended };
}

const run = (...args: Parameters<typeof begin>) => begin(...args).ended;
const output = async (...args: Parameters<typeof begin>) => JSON.parse((await run(...args)).out) as StartOutput;

describe('npm start', () => {
  test('builds what is missing, and passes on the arguments, the working folder and the data folder', async () => {
    const { code, out, err } = await run(['start', '--empty']);
    expect(err).toContain('Building');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      word: 'hei',
      args: ['start', '--empty'],
      folder: elsewhere,
      data: inProject('.samspill'),
    });
  });

  test('prints nothing when there is nothing to set up, so that programs can read the output', async () => {
    expect((await run(['events', '--json'])).err).toBe('');
  });

  test('keeps the user’s working folder when npm has changed to the project', async () => {
    expect(await output([], { folder: project, set: { INIT_CWD: elsewhere } })).toMatchObject({ folder: elsewhere });
  });

  test('keeps the data in the folder SAMSPILL_DATA', async () => {
    expect(await output([], { set: { SAMSPILL_DATA: 'tfs' } })).toMatchObject({ data: 'tfs', folder: elsewhere });
  });

  test('runs on Node 24 or later', async () => {
    expect(Number((await output([])).node.split('.')[0])).toBeGreaterThanOrEqual(24);
  });

  test('ends with the exit code of the program', async () => {
    expect((await run(['code', '4'])).code).toBe(4);
  });

  test('names the source file, not the build, when the program fails', async () => {
    const { code, err } = await run(['fail']);
    expect(code).not.toBe(0);
    expect(err).toContain(join('apps', 'cli', 'src', 'main.ts'));
  });

  test('lets the program handle a signal', async () => {
    const { child, ended } = begin(['wait']);
    await once(child.stdout, 'data');
    child.kill('SIGTERM');
    expect((await ended).code).toBe(7);
  });

  test('rebuilds changed files, and removes the output of deleted ones', async () => {
    await writeFile(inProject('libs', 'greeting', 'old.ts'), 'export const old = 1;\n');
    await writeFile(inProject('libs', 'greeting', 'index.ts'), "export const word: string = 'god dag';\n");
    expect(await output([])).toMatchObject({ word: 'god dag' });
    await stat(inProject('dist', 'libs', 'greeting', 'old.js'));
    await rm(inProject('libs', 'greeting', 'old.ts'));
    await run([]);
    await expect(stat(inProject('dist', 'libs', 'greeting', 'old.js'))).rejects.toThrow('ENOENT');
  });

  test('may run twice concurrently', async () => {
    await rm(inProject('dist'), { recursive: true });
    const both = await Promise.all([output(['one']), output(['two'])]);
    expect(both.map(({ args }) => args)).toEqual([['one'], ['two']]);
  });

  test('takes over from a set-up that was killed', async () => {
    await rm(inProject('dist'), { recursive: true });
    await writeFile(inProject('.tmp', 'setup.lock'), '999999999');
    expect((await run([])).code).toBe(0);
  });

  test('stops by itself when npm is killed', async () => {
    const script = `"${process.execPath}" "${inProject('scripts', 'run.mjs')}" wait & echo $!; wait`;
    const npm = spawn('/bin/sh', ['-c', script], {
      cwd: elsewhere,
      env: { ...process.env, npm_lifecycle_event: 'start' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    const pid = Number((await once(npm.stdout, 'data')).toString());
    await once(npm.stdout, 'data');
    npm.kill('SIGKILL');
    for (const until = performance.now() + 10_000; performance.now() < until && (await isRunning(pid));) {
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    expect(await isRunning(pid)).toBe(false);
  });

  test('needs no write access when everything is set up', async () => {
    await chmod(project, 0o555);
    expect((await run([])).code).toBe(0);
    await chmod(project, 0o755);
  });
});

/** A process that has ended but has not been reaped counts as gone. */
const isRunning = (pid: number) =>
  readFile(`/proc/${pid}/stat`, 'utf8').then(
    (status) => !status.includes(') Z'),
    () => false,
  );
