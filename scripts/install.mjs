import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { inProject, Refused } from './project.mjs';
import { withProgress } from './progress.mjs';

const STAMP = inProject('node_modules', '.samspill-installed');
const INSTALLED = inProject('node_modules', '.package-lock.json');

/** True when node_modules holds what the lock file says, for this kind of machine. */
export function isInstalled() {
  const wanted = stamp();
  if (contentOf(STAMP) === wanted) return true;
  if (!matchesLock()) return false;
  // installed by hand: remember it where we may
  try {
    writeFileSync(STAMP, wanted);
  } catch {
    // a folder that belongs to someone else is compared again next time
  }
  return true;
}

/** Installs what the lock file says. Install scripts are not run: the one that is needed, the database does itself. */
export async function install() {
  rmSync(STAMP, { force: true });
  const packages = packagesHere();
  // npm thinks before it writes: until then there is nothing to measure
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

/** The npm that called us, else the one on the path. */
const npm = () => (process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm']);

/** What an outer npm was told about itself (`--prefix`, `--omit`, `--dry-run`) is not meant for this one. */
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

/** npm's own record of what it installed, compared with the lock file: complete, and nothing of another version. */
function matchesLock() {
  const installed = JSON.parse(contentOf(INSTALLED) ?? '{}').packages;
  if (!installed) return false;
  const wanted = locked();
  return packagesHere().every((path) => installed[path]?.version === wanted[path].version);
}

const locked = () => JSON.parse(readFileSync(inProject('package-lock.json'), 'utf8')).packages;

/** Paths of the packages that this machine must have; an optional one only where it is made for machines like this. */
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
