import { createHash } from 'node:crypto';
import { copyFileSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inProject } from './project.mjs';

const DIST = inProject('dist');
const STAMP = join(DIST, '.built.json');
const ROOTS = ['apps', 'libs'];

/** True when dist/ is what the sources give. Compares contents, not times: a checkout or a copy changes those. */
export function isBuilt() {
  const built = lastBuild();
  const now = sources();
  const paths = Object.keys(now);
  return (
    built?.tool === toolchain() &&
    Object.keys(built.files).length === paths.length &&
    paths.every((path) => built.files[path] === now[path])
  );
}

/** Compiles what has changed since the last build, and removes what no source stands behind any more. */
export async function build() {
  const tool = toolchain();
  const before = lastBuild();
  const known = before?.tool === tool ? before.files : {};
  const now = sources();
  rmSync(STAMP, { force: true });
  if (before?.tool !== tool) rmSync(DIST, { recursive: true, force: true });
  for (const path of Object.keys(known)) if (!(path in now)) removeOutput(path);
  const changed = Object.keys(now).filter((path) => known[path] !== now[path]);
  for (const folder of new Set(changed.map((path) => dirname(outputOf(path))))) mkdirSync(folder, { recursive: true });
  const { transformFile } = await import('@swc/core');
  const options = compilerOptions();
  await Promise.all(changed.map((path) => (isCode(path) ? compile(path, options, transformFile) : copy(path))));
  writeFileSync(STAMP, JSON.stringify({ tool, files: now }));
  return changed.length;
}

async function compile(path, options, transformFile) {
  const output = outputOf(path);
  const sourceFileName = relative(dirname(output), inProject(path));
  const { code, map } = await transformFile(inProject(path), { ...options, sourceFileName });
  writeFileSync(`${output}.map`, map);
  writeFileSync(output, `${code}\n//# sourceMappingURL=${relative(dirname(output), output)}.map\n`);
}

const copy = (path) => copyFileSync(inProject(path), outputOf(path));

function removeOutput(path) {
  const output = outputOf(path);
  for (const file of [output, `${output}.map`]) rmSync(file, { force: true });
}

const outputOf = (path) => join(DIST, isCode(path) ? path.replace(/\.ts$/, '.js') : path);
const isCode = (path) => path.endsWith('.ts');
/** Tests and what only they use are run from their sources, and documents are read there; the pages have a build of their own. */
const TESTS = /(\.(spec|examples)|\/specification|-under-test)\.ts$|^libs\/platform\/event-store\/contract\//;
const isBuiltFrom = (path) => !path.startsWith('apps/web/') && !TESTS.test(path) && !/\.(md|snap)$/.test(path);

/** Every source with the digest of its content. */
function sources() {
  const files = {};
  for (const root of ROOTS) {
    for (const entry of list(root)) {
      const path = relative(inProject(), join(entry.parentPath ?? entry.path, entry.name));
      if (entry.isFile() && isBuiltFrom(path)) files[path] = digest(readFileSync(inProject(path)));
    }
  }
  return files;
}

function list(root) {
  try {
    return readdirSync(inProject(root), { recursive: true, withFileTypes: true });
  } catch {
    return [];
  }
}

/** What, beside the sources, decides what comes out: another compiler or other settings build all anew. */
function toolchain() {
  const compiler = readFileSync(inProject('node_modules', '@swc', 'core', 'package.json'));
  return digest(compiler, readFileSync(inProject('.swcrc')), readFileSync(fileURLToPath(import.meta.url)));
}

function compilerOptions() {
  const { $schema: _, ...options } = JSON.parse(readFileSync(inProject('.swcrc'), 'utf8'));
  return { ...options, swcrc: false, configFile: false, sourceMaps: true };
}

function lastBuild() {
  try {
    return JSON.parse(readFileSync(STAMP, 'utf8'));
  } catch {
    return undefined;
  }
}

function digest(...contents) {
  const hash = createHash('sha1');
  for (const content of contents) hash.update(content);
  return hash.digest('base64');
}
