import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inProject, Refused } from './project.mjs';
import { withProgress } from './progress.mjs';

const STAMP = inProject('node_modules', '.samspill-installed');
const INSTALLED = inProject('node_modules', '.package-lock.json');

/** True if node_modules matches the lock file for this kind of machine. */
export function isInstalled() {
  const wanted = stamp();
  if (contentOf(STAMP) === wanted) return true;
  if (!matchesLock()) return false;
  // Installed by npm directly: remember this if the folder is writable.
  try {
    writeFileSync(STAMP, wanted);
  } catch {
    // A folder that belongs to another user is compared again next time.
  }
  return true;
}

/**
 * Installs the packages of the lock file. Install scripts do not run: the only needed one is replaced by the database's
 * own code.
 */
export async function install() {
  rmSync(STAMP, { force: true });
  const packages = packagesHere();
  // npm resolves packages before it writes: until then there is nothing to measure.
  const share = () =>
    packages.filter((path) => existsSync(inProject(path, 'package.json'))).length / packages.length || undefined;
  await withProgress('Installing dependencies', npmCi, share);
  writeFileSync(STAMP, stamp());
}

async function npmCi() {
  const flags = [
    '--include=dev',
    '--include=optional',
    '--ignore-scripts',
    '--engine-strict=false',
    '--loglevel=error',
  ];
  const quiet = ['--no-audit', '--no-fund', '--no-update-notifier', '--no-progress', '--no-dry-run', '--no-global'];
  const [program, ...before] = npm();
  const child = spawn(program, [...before, 'ci', ...flags, ...quiet], {
    cwd: inProject(),
    env: environmentForNpm(),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  const ended = await new Promise((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('close', (code) => resolve(code));
  });
  if (ended === 0) return;
  process.stderr.write(`\n${said}`);
  throw new Refused(
    `The dependencies could not be installed (npm ci ended with ${ended}): see above, check the network, and try again.`,
  );
}

/** The npm that called this script, otherwise the one on the path. */
const npm = () => (process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']);

/** Options given to an outer npm (`--prefix`, `--omit`, `--dry-run`) must not apply to this one. */
function environmentForNpm() {
  const own =
    /^npm_config_(prefix|local_prefix|global|dry_run|omit|only|production|workspaces?|include|package_lock)$/i;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !own.test(name) && name !== 'NODE_ENV'));
}

function stamp() {
  const hash = createHash('sha256');
  for (const name of ['package.json', 'package-lock.json']) hash.update(readFileSync(inProject(name)));
  return `${hash.digest('hex')} ${process.platform}-${process.arch}`;
}

/** Compares npm's record of the installed packages with the lock file: complete, and no other versions. */
function matchesLock() {
  const installed = JSON.parse(contentOf(INSTALLED) ?? '{}').packages;
  if (!installed) return false;
  const wanted = locked();
  return packagesHere().every((path) => installed[path]?.version === wanted[path].version);
}

const locked = () => JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;

/** Paths of the packages that this machine must have; optional ones only if they are for this kind of machine. */
const packagesHere = () =>
  Object.entries(locked())
    .filter(([path, { link }]) => path !== '' && !link)
    .filter(([, entry]) => !entry.optional || isMadeForThisMachine(entry))
    .map(([path]) => path);

const isMadeForThisMachine = ({ os, cpu, libc }) =>
  os !== undefined && libc === undefined && fits(os, process.platform) && fits(cpu, process.arch);

const fits = (wanted, actual) => wanted === undefined || [wanted].flat().some((one) => one === actual);

function contentOf(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return undefined;
  }
}
