import { installationToInspect } from '../../composition/src/index.js';
import { openApiDocument, RouteTable, type OpenApiDocument } from '#platform/http';
import { openLog } from '#platform/observability';
import type { Environment } from '#platform/environment';
import type { Clock } from '#platform/kernel';
import { createApi } from './create-api.js';

/** The API's OpenAPI document, made without a database; the pages' client gets its types from it at build time. */
export async function describeApi(clock: Clock, environment: Environment): Promise<OpenApiDocument> {
  const installation = installationToInspect(clock);
  const { freshness } = installation;
  const app = await createApi(installation, {
    environment,
    log: openLog('silent'),
    freshness,
    health: [],
    measures: [],
  });
  try {
    await app.init();
    return openApiDocument(app.get(RouteTable).all());
  } finally {
    await app.close();
    await installation.close();
  }
}
