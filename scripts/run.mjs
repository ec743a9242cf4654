import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { constants } from 'node:os';
import { pathToFileURL, fileURLToPath } from 'node:url';
import { inProject, isRunning, main, Refused, usersFolder } from './project.mjs';
import { isRightNode, node24 } from './node24.mjs';
import { setUp } from './setup.mjs';

const PROGRAM = inProject('dist', 'apps', 'cli', 'src', 'main.js');
const PARENT_CHECK_MS = 250;

await main(async () => {
  if (process.env.SAMSPILL_RUN !== 'ready') await setUp();
  if (isRightNode()) await runHere();
  else await runOn(node24());
});

/** Runs the program in this process, so that signals and exit code are its own. */
async function runHere() {
  delete process.env.SAMSPILL_RUN;
  process.env.SAMSPILL_DATA ||= inProject('.samspill');
  process.chdir(usersFolder());
  process.argv[1] = PROGRAM;
  process.setSourceMapsEnabled(true);
  whenNpmIsGone(() => process.kill(process.pid, 'SIGTERM'));
  await import(pathToFileURL(PROGRAM).href);
}

/**
 * The first start, when this process runs on an older Node: runs the script again on Node 24 and passes on its signals
 * and exit code.
 */
async function runOn(node) {
  const child = spawn(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
    env: { ...process.env, SAMSPILL_RUN: 'ready' },
  });
  const ended = new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? 128 + constants.signals[signal]));
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    // A terminal sends Ctrl-C to both processes.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)));
  }
  whenNpmIsGone(() => child.kill('SIGTERM'));
  process.exitCode = await ended.catch((error) => {
    throw new Refused(
      `Node 24 could not be started (${error.message}): install it (https://nodejs.org) and start again.`,
    );
  });
}

/** A killed npm cannot stop its child: then Samspill stops by itself and releases its data folder. */
function whenNpmIsGone(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const npm = parentOf(parent);
  const timer = setInterval(() => {
    if (process.ppid === parent && (npm === undefined || isRunning(npm))) return;
    clearInterval(timer);
    stop();
  }, PARENT_CHECK_MS);
  timer.unref();
}

/** npm runs a script through a shell, which stays in between; without /proc, only the shell is watched. */
function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    return undefined;
  }
}
