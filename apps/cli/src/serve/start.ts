import {
  builtPages,
  createApi,
  healthOfInstallation,
  listen,
  measuresOfInstallation,
  PersonaPicker,
  DEMO_MUNICIPALITY,
} from '../../../api/src/index.js';
import { openInstallation, type Installation } from '../../../composition/src/index.js';
import { followersOf, jobsOf } from '../../../worker/src/index.js';
import { readEnvironment, type Environment } from '#platform/environment';
import { openLog, type Log } from '#platform/observability';
import type { Cli } from '../cli.js';
import { DEFAULT_SEED } from '../demo/simulate.js';
import { EXIT } from '#platform/process';
import { CommandFailed } from '../exit-codes.js';
import { stateOfDemo } from '../demo/demo-state.js';
import { aborted } from '#platform/process';
import { portIsFree } from './port-is-free.js';
import { welcome } from './welcome.js';

const DATABASE_LOST =
  'The embedded PostgreSQL has ended by itself; postgres.log in the data folder says why. Start again: it recovers by itself.';

/** Runs everything in one process until it is told to stop. */
export async function start(cli: Cli, { demo }: { readonly demo: boolean }): Promise<void> {
  const environment = readEnvironment(cli.environment);
  // Checked first, so that a taken port is reported before the demo is made.
  await portIsFree(environment.host, environment.port);
  // The terminal shows errors only, not every request, unless LOG_LEVEL asks for it.
  const log = openLog(cli.environment['LOG_LEVEL'] ? environment.logLevel : 'warn');
  const lost = new AbortController();
  const installation = await openInstallation(environment, {
    exclusive: true,
    onLost: () => lost.abort(),
    onTrouble: () => log.warn('a connection of the log was lost'),
  });
  try {
    if (demo && !environment.production) await ensureDemo(installation, cli);
    await serve(installation, environment, log, { ...cli, signal: AbortSignal.any([cli.signal, lost.signal]) });
  } catch (fault) {
    // Without its database every call fails; the relevant error is reported below.
    if (!lost.signal.aborted) throw fault;
  } finally {
    await installation.close();
  }
  if (lost.signal.aborted) throw new CommandFailed(DATABASE_LOST, EXIT.unexpected);
}

/** Makes the demo on the first start; completes an interrupted one. */
async function ensureDemo(installation: Installation, cli: Cli): Promise<void> {
  const demoState = await stateOfDemo(installation);
  if (demoState.state !== 'empty' && demoState.state !== 'unfinished') return;
  cli.terminal.err(
    demoState.state === 'empty'
      ? 'First start: making the demo municipality, about half a minute …'
      : 'The demo municipality was not finished: making the rest of it …',
  );
  // Loaded here, since later starts do not need it.
  const { makeDemo } = await import('../demo/make-demo.js');
  const wish =
    demoState.state === 'unfinished' ? demoState.wish : { seed: DEFAULT_SEED, asOf: installation.clock.now() };
  await makeDemo(installation, wish, cli);
}

async function serve(
  installation: Installation,
  environment: Environment,
  log: Log,
  { terminal, signal }: Cli,
): Promise<void> {
  if (signal.aborted) return;
  const app = await createApi(installation, {
    environment,
    log,
    freshness: installation.freshness,
    health: healthOfInstallation(installation),
    measures: measuresOfInstallation(installation),
    pages: builtPages(),
  });
  const followers = followersOf(installation, app, log);
  const jobs = jobsOf(installation, app, log);
  try {
    followers.start();
    jobs.start();
    const address = await listen(app, environment.host, environment.port);
    terminal.out(`Samspill is ready on ${address}`);
    const personas = environment.oidc ? [] : await app.get(PersonaPicker).personas(DEMO_MUNICIPALITY);
    for (const line of welcome(address, environment, personas)) terminal.out(line);
    await aborted(signal);
  } finally {
    await app.close();
    await Promise.all([followers.stop(), jobs.stop()]);
  }
}
