import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { BenchContext } from './bench-output.js';

/** Systems that Samspill is compared with; not dependencies, a bench installs them on first use. */
const PEERS = {
  '@event-driven-io/emmett-postgresql': '0.42.0',
  '@eventide/message-db': '1.3.1',
} as const;

const manifest = `${JSON.stringify({ private: true, type: 'module', dependencies: PEERS }, undefined, 2)}\n`;

/**
 * Installs the peers with npm into `<cacheDir>/bench-peers` unless they are there; returns their `node_modules`.
 * @throws npm's own message when npm cannot fetch them
 */
export async function installPeers({ cacheDir, progress }: BenchContext): Promise<string> {
  const folder = join(cacheDir, 'bench-peers');
  const modules = join(folder, 'node_modules');
  const installed = join(folder, 'installed.json');
  if ((await readFile(installed, 'utf8').catch(() => '')) === manifest) return modules;
  progress(
    `Installing the peers to compare with: ${Object.entries(PEERS)
      .map((peer) => peer.join(' '))
      .join(', ')} …`,
  );
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), manifest);
  await promisify(execFile)('npm', ['install', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: folder });
  await writeFile(installed, manifest);
  return modules;
}
