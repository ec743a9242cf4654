import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import { node24 } from './node24.mjs';
import { inProject } from './project.mjs';

const WEB = inProject('apps', 'web');
/** Source of the pages' help. */
const GUIDE = inProject('docs', 'guide');
const PAGES = inProject('dist', 'web');
const BEING_BUILT = inProject('dist', '.web-being-built');
const STAMP = inProject('dist', '.pages-built.json');
/** The client's types, generated from the API's own document: never edited by hand, never committed. */
const CLIENT_TYPES = join(WEB, 'src', 'api', 'generated', 'schema.d.ts');
const THEME = join(WEB, 'theme');
const THEME_CSS = join(WEB, 'src', 'generated', 'theme.css');
const BEING_THEMED = inProject('dist', '.theme');
const SERVER = inProject('dist', 'apps', 'cli', 'src', 'main.js');
const SERVER_STAMP = inProject('dist', '.built.json');
const LARGEST_OUTPUT = 64 * 1024 * 1024;

const execute = promisify(execFile);

/** True if dist/web is up to date with the pages' sources and the API, or if this checkout has no pages. */
export function arePagesBuilt() {
  if (!existsSync(WEB)) return true;
  try {
    for (const made of [CLIENT_TYPES, THEME_CSS]) readFileSync(made);
    return JSON.parse(readFileSync(STAMP, 'utf8')).of === whatGoesIn();
  } catch {
    return false;
  }
}

/**
 * Generates the client's types from the API, builds the pages and compresses them; the served folder is replaced at the
 * end.
 */
export async function buildPages() {
  rmSync(STAMP, { force: true });
  await Promise.all([typeClient(), makeTheme()]);
  rmSync(BEING_BUILT, { recursive: true, force: true });
  await program(inProject(), 'vite', 'bin', 'vite.js')(
    'build',
    '--config',
    join(WEB, 'vite.config.mjs'),
    '--outDir',
    BEING_BUILT,
  );
  await compressAll(BEING_BUILT);
  rmSync(PAGES, { recursive: true, force: true });
  renameSync(BEING_BUILT, PAGES);
  writeFileSync(STAMP, JSON.stringify({ of: whatGoesIn() }));
}

async function typeClient() {
  const { stdout: document } = await execute(node24(), [SERVER, 'openapi'], { maxBuffer: LARGEST_OUTPUT });
  mkdirSync(dirname(CLIENT_TYPES), { recursive: true });
  const kept = inProject('dist', 'openapi.json');
  writeFileSync(kept, document);
  await program(inProject(), 'openapi-typescript', 'bin', 'cli.js')(kept, '--output', CLIENT_TYPES, '--immutable');
}

/** Colours, sizes and their contrasts, calculated by Designsystemet from `designsystemet.config.json`. */
async function makeTheme() {
  const config = join(THEME, 'designsystemet.config.json');
  const made = digest(readFileSync(config), readFileSync(inProject('package-lock.json')));
  if (firstLine(THEME_CSS) === `/* ${made} */`) return;
  // The program writes to the folder of its configuration, in which it is run.
  rmSync(BEING_THEMED, { recursive: true, force: true });
  mkdirSync(BEING_THEMED, { recursive: true });
  copyFileSync(config, join(BEING_THEMED, 'designsystemet.config.json'));
  const designsystemet = program(BEING_THEMED, '@digdir', 'designsystemet', 'dist', 'bin', 'designsystemet.js');
  await designsystemet('tokens', 'create');
  await designsystemet('tokens', 'build');
  mkdirSync(dirname(THEME_CSS), { recursive: true });
  writeFileSync(
    THEME_CSS,
    `/* ${made} */\n${readFileSync(join(BEING_THEMED, 'design-tokens-build', 'samspill.css'), 'utf8')}`,
  );
}

function firstLine(path) {
  try {
    return readFileSync(path, 'utf8').split('\n', 1)[0];
  } catch {
    return undefined;
  }
}

function digest(...contents) {
  const hash = createHash('sha1');
  for (const content of contents) hash.update(content);
  return hash.digest('base64url');
}

/** Runs a package's program on Node 24 in a folder; its output is shown if it fails. */
const program =
  (cwd, ...path) =>
  async (...args) => {
    try {
      await execute(node24(), [inProject('node_modules', ...path), ...args], { cwd, maxBuffer: LARGEST_OUTPUT });
    } catch (error) {
      throw new Error([error.message, error.stdout, error.stderr].filter(Boolean).join('\n'), { cause: error });
    }
  };

/** Compresses files once, rather than at every request, and as much as possible: the time is that of the build. */
async function compressAll(folder) {
  const shrinks = filesIn(folder).filter((path) => /\.(js|css|html|svg|json|webmanifest)$/.test(path));
  await Promise.all(
    shrinks.map(async (path) => {
      const content = readFileSync(path);
      const brotliOptions = {
        params: {
          [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
          [constants.BROTLI_PARAM_SIZE_HINT]: content.length,
        },
      };
      writeFileSync(`${path}.gz`, await promisify(gzip)(content, { level: 9 }));
      writeFileSync(`${path}.br`, await promisify(brotliCompress)(content, brotliOptions));
    }),
  );
}

/** Digest of all inputs of the build: pages, server, installed packages, this file. */
function whatGoesIn() {
  const hash = createHash('sha1');
  const others = [SERVER_STAMP, inProject('package-lock.json'), inProject('scripts', 'build-pages.mjs')];
  const sources = [...filesIn(WEB), ...filesIn(GUIDE)].filter(
    (path) => !path.includes('generated') && !/\.spec\.ts$/.test(path),
  );
  for (const path of [...sources.sort(), ...others])
    hash.update(relative(inProject(), path)).update(readFileSync(path));
  return hash.digest('base64');
}

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
