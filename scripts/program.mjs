import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Refused } from './project.mjs';
import { withProgress } from './progress.mjs';

/**
 * A program that the tests run, as it is called here and in Debian's packages.
 * @typedef {object} Program
 * @property {string} name in sentences: `Chromium`
 * @property {string} use the sentence's beginning: `The tests look at the pages in Chromium`
 * @property {string} variable names another program of its kind
 * @property {readonly string[]} names file names in the folders of `PATH`, the best first
 * @property {readonly string[]} [places] other paths
 * @property {string} debianPackage
 * @property {string} [onAMac] how to install it there
 */

/**
 * Path of a program for the tests. If there is none, it is installed from Debian's packages as root; other users are told
 * the command to run.
 * @param {Program} program
 */
export async function ensureProgram(program) {
  const found = find(program);
  if (found) return found;
  if (!canInstall()) throw new Refused(`${program.use}, and there is none here: ${howToInstall(program)}`);
  await withProgress(`Installing ${program.name}`, () => installFromDebian(program));
  const installed = find(program);
  if (installed) return installed;
  throw new Refused(`${program.name} was installed, but cannot be found: say where it is with ${program.variable}.`);
}

function find({ variable, names, places = [] }) {
  const named = process.env[variable];
  if (named) {
    if (mayRun(named)) return named;
    throw new Refused(`${variable} names ${named}, and there is no program there that may be run.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...folders.flatMap((folder) => names.map((name) => join(folder, name))), ...places].find(mayRun);
}

function mayRun(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const canInstall = () => process.getuid?.() === 0 && mayRun('/usr/bin/apt-get');

const howToInstall = ({ variable, debianPackage, onAMac }) =>
  process.platform === 'darwin' && onAMac
    ? `${onAMac}, and run npm test again.`
    : `run sudo apt-get install -y ${debianPackage}, and npm test again. Another of its kind: ${variable}=/path/to/it.`;

async function installFromDebian(program) {
  const run = promisify(execFile);
  // The tests start servers themselves: RUNLEVEL=1 keeps the package from starting one.
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive', RUNLEVEL: '1' };
  const install = ['install', '-y', '--no-install-recommends', program.debianPackage];
  try {
    await run('apt-get', ['update'], { env });
    await run('apt-get', install, { env, maxBuffer: 2 ** 26 });
  } catch (error) {
    const [first] = error.message.split('\n', 1);
    throw new Refused(`${program.name} could not be installed (${first}): ${howToInstall(program)}`);
  }
}
