import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';

const PROJECT = fileURLToPath(new URL('../..', import.meta.url));

let registry: Server | undefined;
let cache: string;
/** npm remembers advisories by their id. */
beforeEach(async () => {
  cache = await mkdtemp(join(tmpdir(), 'samspill-npm-'));
});
afterEach(async () => {
  registry?.close();
  await rm(cache, { recursive: true, force: true });
});

/** Starts a registry that answers every question about vulnerabilities with this, and returns its address. */
async function registryWith(status: number, advisories: object): Promise<string> {
  registry = createServer((request, response) => {
    request.resume();
    const isAsked = request.url!.endsWith('/advisories/bulk');
    response.writeHead(isAsked ? status : 404, { 'content-type': 'application/json' });
    response.end(JSON.stringify(isAsked ? advisories : {}));
  });
  await new Promise<void>((resolve) => registry!.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${(registry.address() as AddressInfo).port}/`;
}

async function audit(npm_config_registry: string) {
  const env = { ...process.env, npm_config_registry, npm_config_cache: cache };
  const child = spawn(process.execPath, ['scripts/audit.mjs'], {
    cwd: PROJECT,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const [said, code] = await Promise.all([
    text(child.stdout),
    new Promise<number | null>((resolve) => child.once('close', resolve)),
  ]);
  return { said, code };
}

const advisory = (severity: string) => ({
  helmet: [{ id: 1, url: 'https://example.no/1', title: 'Invented', severity, vulnerable_versions: '*' }],
});
const UNCHECKED = 'Packages were not checked for vulnerabilities: the registry does not answer about them.\n';

test('a serious vulnerability fails the check and is named', async () => {
  const { said, code } = await audit(await registryWith(200, advisory('high')));
  expect(said).toBe('helmet: high\n1 packages with a known vulnerability of level high or critical.\n');
  expect(code).toBe(1);
}, 60_000);

test.each([
  ['none', {}],
  ['a minor one', advisory('moderate')],
])(
  'with %s the check passes',
  async (_, advisories) => {
    const { said, code } = await audit(await registryWith(200, advisories));
    expect(said).toBe('0 packages with a known vulnerability of level high or critical.\n');
    expect(code).toBe(0);
  },
  60_000,
);

test('a registry that does not answer is told of, and fails nothing', async () => {
  expect(await audit(await registryWith(405, {}))).toEqual({ said: UNCHECKED, code: 0 });
  expect(await audit('http://127.0.0.1:1/')).toEqual({ said: UNCHECKED, code: 0 });
}, 60_000);
