import { accessSync, constants } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, isBuilt } from './build.mjs';
import { arePagesBuilt, buildPages } from './build-pages.mjs';
import { exclusively } from './exclusive.mjs';
import { install, isInstalled } from './install.mjs';
import { inProject, main, PROJECT, Refused } from './project.mjs';
import { withProgress } from './progress.mjs';

const OLDEST_NODE = [20, 19];

/** Makes the project ready to run: dependencies and build, each only where it is missing or stale. */
export async function setUp() {
  refuseOldNode();
  if (isInstalled() && isBuilt() && arePagesBuilt()) return;
  refuseReadOnly();
  await exclusively(async () => {
    if (!isInstalled()) await install();
    if (!isBuilt()) await withProgress('Building', build);
    if (!arePagesBuilt()) await withProgress('Building the pages', buildPages);
  });
}

function refuseOldNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor >= OLDEST_NODE[1])) return;
  throw new Refused(`Samspill needs Node ${OLDEST_NODE.join('.')} or later, and this is ${process.versions.node}.`);
}

function refuseReadOnly() {
  try {
    for (const folder of [PROJECT, inProject('node_modules'), inProject('dist')]) {
      accessSync(folder, constants.W_OK | constants.X_OK);
    }
  } catch (error) {
    if (error.code === 'ENOENT') return;
    throw new Refused(
      `Samspill is not yet set up in ${PROJECT}, and you may not write there: run npm start once as the folder's owner.`,
    );
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await main(setUp);
