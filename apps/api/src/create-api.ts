import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Installation } from '../../composition/src/index.js';
import { StartRefused } from '#platform/environment';
import { configureHttp, NEST_OPTIONS } from '#platform/http';
import { LiveStreams } from '#platform/live';
import { Metrics, NestLog } from '#platform/observability';
import { servedMunicipalities } from '#registry';
import { ApiModule } from './api.module.js';
import type { ApiSettings } from './api-settings.js';

/**
 * The API of an installation, ready to listen. `close()` finishes the requests in flight; the installation stays open.
 * @throws StartRefused in production without OpenID Connect, or with demo and real municipalities in one database
 * @throws UnguardedRoutes when a route is neither public nor guarded by a right
 */
export async function createApi(installation: Installation, settings: ApiSettings): Promise<NestExpressApplication> {
  if (settings.environment.production) await demandProductionSetUp(installation, settings);
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.of(installation, settings), {
    ...NEST_OPTIONS,
    abortOnError: false,
    logger: new NestLog(settings.log),
  });
  app.get(Metrics).add(app.get(LiveStreams).measure);
  return configureHttp(app);
}

async function demandProductionSetUp(
  { dataSource }: Pick<Installation, 'dataSource'>,
  { environment: { oidc } }: ApiSettings,
): Promise<void> {
  if (!oidc)
    throw new StartRefused(
      'NODE_ENV is production, where nobody may sign in by choosing a person: set OIDC_ISSUER and the other settings of docs/sign-in.md.',
    );
  const served = await servedMunicipalities(dataSource);
  const demos = served.filter(({ demo }) => demo).map(({ id }) => id);
  if (demos.length > 0 && demos.length < served.length)
    throw new StartRefused(
      `NODE_ENV is production, and the database holds invented municipalities (${demos.join(', ')}) beside real ones: use another database for the demo.`,
    );
}
