import { execFile } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import { Refused } from './project.mjs';
import { withProgress } from './progress.mjs';

/**
 * The first is Chromium without windows: a journey takes a third less processor time in it, since the whole browser loads
 * two pages of its own for each new window, and draws frames that nobody sees.
 */
const NAMES = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
const ON_A_MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';
const DEBIAN_PACKAGES = ['chromium-headless-shell'];

/**
 * Path of a Chromium for the tests of the pages. If there is none, it is installed from Debian's packages as root;
 * other users are told the command to run.
 */
export async function ensureBrowser() {
  const found = findBrowser();
  if (found) return found;
  if (!canInstall())
    throw new Refused(`The tests look at the pages in Chromium, and there is none here: ${howToInstall()}`);
  await withProgress('Installing Chromium', installFromDebian);
  const installed = findBrowser();
  if (installed) return installed;
  throw new Refused('Chromium was installed, but cannot be found: say where it is with SAMSPILL_BROWSER.');
}

function findBrowser() {
  const named = process.env.SAMSPILL_BROWSER;
  if (named) {
    if (mayRun(named)) return named;
    throw new Refused(`SAMSPILL_BROWSER names ${named}, and there is no program there that may be run.`);
  }
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return [...folders.flatMap((folder) => NAMES.map((name) => join(folder, name))), ON_A_MAC].find(mayRun);
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

const howToInstall = () =>
  process.platform === 'darwin'
    ? 'install Google Chrome, and run npm test again.'
    : 'run sudo apt-get install -y chromium-headless-shell, and npm test again. Another browser of its kind: SAMSPILL_BROWSER=/path/to/it.';

async function installFromDebian() {
  const run = promisify(execFile);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update'], { env });
    await run('apt-get', ['install', '-y', '--no-install-recommends', ...DEBIAN_PACKAGES], { env, maxBuffer: 2 ** 26 });
  } catch (error) {
    throw new Refused(`Chromium could not be installed (${error.message.split('\n', 1)[0]}): ${howToInstall()}`);
  }
}
