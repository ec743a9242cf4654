import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { promisify } from 'node:util';
import { node24 } from './node24.mjs';
import { inProject } from './project.mjs';

const STAMP = inProject('dist', '.built.json');
const ROOTS = ['apps', 'libs'];
/** Inputs of the build other than the sources. */
const SETTINGS = ['nest-cli.json', 'tsconfig.build.json', '.swcrc', 'node_modules/@swc/core/package.json'];
const NEST = inProject('node_modules', '@nestjs', 'cli', 'bin', 'nest.js');

/** True when dist/ is up to date with the sources. Compares contents, not times: a checkout or a copy changes those. */
export function isBuilt() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8')).of === digestOfSources();
  } catch {
    return false;
  }
}

/**
 * Compiles all apps and libraries with `nest build`, after removing the old output, so that no file without a source
 * remains.
 */
export async function build() {
  const of = digestOfSources();
  rmSync(STAMP, { force: true });
  for (const root of ROOTS) rmSync(inProject('dist', root), { recursive: true, force: true });
  try {
    await promisify(execFile)(node24(), [NEST, 'build', 'cli'], { cwd: inProject() });
  } catch (error) {
    throw new Error(['nest build failed:', error.stdout, error.stderr].filter(Boolean).join('\n'), { cause: error });
  }
  if (!existsSync(inProject('dist', 'apps', 'cli', 'src', 'main.js')))
    throw new Error('nest build ended without an output: dist/apps/cli/src/main.js is missing.');
  writeFileSync(STAMP, JSON.stringify({ of }));
}

function digestOfSources() {
  const hash = createHash('sha1');
  const sources = ROOTS.flatMap(filesIn).filter((path) => !path.startsWith('apps/web/') && !path.endsWith('.spec.ts'));
  for (const path of [...sources.sort(), ...SETTINGS]) hash.update(`${path}\n`).update(readFileSync(inProject(path)));
  return hash.digest('base64');
}

const filesIn = (root) =>
  readdirSync(inProject(root), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(inProject(), join(entry.parentPath ?? entry.path, entry.name)));
