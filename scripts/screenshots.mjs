import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ensureBrowser } from './browser.mjs';
import { node24 } from './node24.mjs';
import { inProject, main, Refused } from './project.mjs';
import { setUp } from './setup.mjs';

const READY = /ready on (http:\S+)/;
const HELP = `npm run screenshots [-- [--at ADDRESS] [--to FOLDER] [PAGE or LOOK …]]

Takes pictures of every page in bokmål, nynorsk, light, dark, wide, narrow and on paper, as the demo's people see them, and
an index.html of them all. Without --at it starts a Samspill of its own with the demo, and removes it afterwards.

  npm run screenshots                                     everything, to .tmp/screenshots
  npm run screenshots -- --at http://127.0.0.1:3000 start-coordinator wide`;

/** Takes pictures of every page; the table of pages is test/journeys/web/pages.table.ts. */
await main(async () => {
  const { at, to, wanted } = readArguments(process.argv.slice(2));
  // A Samspill that runs from this folder must not have its pages rebuilt while it serves them.
  if (!at) await setUp();
  const browser = await ensureBrowser();
  const take = (address) =>
    ended(
      run(
        ['--import', inProject('test', 'typescript.mjs'), inProject('test', 'journeys', 'web', 'take-screenshots.ts')],
        {
          with: [address, to, ...wanted],
          env: { SAMSPILL_BROWSER: browser },
          stdio: 'inherit',
        },
      ),
    );
  process.exitCode = at ? await take(at) : await withDemo(take);
});

function readArguments(given) {
  const wanted = [];
  const options = { '--at': undefined, '--to': inProject('.tmp', 'screenshots') };
  for (let i = 0; i < given.length; i += 1) {
    if (given[i] === '--help') {
      console.log(HELP);
      process.exit(0);
    } else if (given[i] in options) options[given[i]] = given[(i += 1)];
    else if (given[i].startsWith('-')) throw new Refused(`There is no ${given[i]}.\n\n${HELP}`);
    else wanted.push(given[i]);
  }
  return { at: options['--at'], to: options['--to'], wanted };
}

/** Runs a Samspill with the demo, on temporary data, for as long as `work` takes. */
async function withDemo(work) {
  const data = mkdtempSync(join(tmpdir(), 'samspill-screenshots-'));
  const samspill = run([inProject('scripts', 'run.mjs')], {
    with: ['start'],
    env: { SAMSPILL_DATA: data, PORT: '0', DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const stopped = ended(samspill);
  try {
    return await work(await addressOf(samspill, stopped));
  } finally {
    samspill.kill('SIGTERM');
    await stopped;
    rmSync(data, { recursive: true, force: true });
  }
}

function run(program, { with: given, env, stdio }) {
  return spawn(node24(), [...program, ...given], { cwd: inProject(), stdio, env: { ...process.env, ...env } });
}

function ended(child) {
  return new Promise((resolve) => child.once('close', (code) => resolve(code ?? 1)));
}

/** The address that Samspill prints when it starts. */
function addressOf(samspill, stopped) {
  return new Promise((resolve, reject) => {
    let said = '';
    samspill.stdout.on('data', (chunk) => {
      said += chunk;
      const address = READY.exec(said)?.[1];
      if (address) resolve(address);
    });
    void stopped.then(() => reject(new Refused('Samspill did not start, so there is nothing to take pictures of.')));
  });
}
