import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { Installation } from '../../composition/src/index.js';
import { StartRefused } from '#platform/environment';
import { configureHttp, NEST_OPTIONS } from '#platform/http';
import { LiveStreams } from '#platform/live';
import { Metrics, NestLog } from '#platform/observability';
import { ApiModule } from './api.module.js';
import type { ApiSettings } from './api-settings.js';

/**
 * The API of an installation, ready to listen. `close()` finishes the requests in flight; the installation stays open.
 * @throws StartRefused in production, which has no sign-in yet
 * @throws UnguardedRoutes when a route is neither public nor guarded by a right
 */
export async function createApi(installation: Installation, settings: ApiSettings): Promise<NestExpressApplication> {
  if (settings.environment.production)
    throw new StartRefused(
      'NODE_ENV is production, where nobody may sign in by choosing a person, and this version of Samspill has no other way to sign in yet.',
    );
  const app = await NestFactory.create<NestExpressApplication>(ApiModule.of(installation, settings), {
    ...NEST_OPTIONS,
    abortOnError: false,
    logger: new NestLog(settings.log),
  });
  app.get(Metrics).add(app.get(LiveStreams).measure);
  return configureHttp(app);
}
