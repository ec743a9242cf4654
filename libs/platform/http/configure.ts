import type { NestApplicationOptions } from '@nestjs/common';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NextFunction, Request, RequestHandler, Response } from 'express';
import helmet from 'helmet';
import { LOG, Metrics, type Log } from '#platform/observability';
import { compressAnswers } from './compress-answers.js';
import { limitConnections, roomForConnections } from './connection-limit.js';
import { HTTP_OPTIONS, type HttpOptions } from './http-options.js';
import { ProblemError, WrongFieldsError } from './problem.js';
import { requestLog } from './request-log.js';
import { readOutsideForms } from './outside-form.js';
import { API_PREFIX, isOutsideApi, isOutsideForm, OUTSIDE_API, RouteTable } from './route-table.js';
import { PAGES_VERSION_HEADER, pagesIn, pagesVersionIn } from './serve-pages.js';
import { demandOwnHost } from './own-host.js';
import { isDeeperThan } from './schema-check.js';
import { endUnfinishedBodies } from './unfinished-bodies.js';

const A_YEAR = 365 * 24 * 3600;
/** Time after which connections that are still busy during the stop are cut. */
const LAST_REQUESTS_MS = 10_000;
/** Time limit for a whole request, also for a body that arrives byte by byte. */
const LONGEST_REQUEST_MS = 120_000;
/** Deeper than any schema; a protocol has five levels. */
const DEEPEST_BODY = 32;

/** Options with which the application must be created before `configureHttp`. */
export const NEST_OPTIONS = {
  bodyParser: false,
  routeResolutionStrategy: 'specificity',
  routeConflictPolicy: { duplicate: 'error' },
} as const satisfies NestApplicationOptions;

/** Installs the middleware of every route: request id, log, headers, body limit, prefix; and a clean stop. */
export function configureHttp(app: NestExpressApplication): NestExpressApplication {
  const options = app.get<HttpOptions>(HTTP_OPTIONS);
  app.setGlobalPrefix(API_PREFIX, { exclude: [...OUTSIDE_API] });
  // Revisions are the only ETags; a position is a bigint and is sent as a string.
  app.disable('etag').disable('x-powered-by');
  app.set('trust proxy', options.trustedProxies.length > 0 && [...options.trustedProxies]);
  app.set('json replacer', (_: string, value: unknown) => (typeof value === 'bigint' ? String(value) : value));
  app.use(requestLog(app.get<Log>(LOG), app.get(Metrics)));
  const server = app.getHttpServer();
  server.requestTimeout = LONGEST_REQUEST_MS;
  limitConnections(server, options.mostConnections ?? roomForConnections());
  app.use(
    demandOwnHost(options.origin),
    endUnfinishedBodies(options.bodyIdleMs, () => server.keepAliveTimeout),
  );
  app.use(
    helmet({
      contentSecurityPolicy: {
        useDefaults: false,
        directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
      },
      strictTransportSecurity: options.secure && { maxAge: A_YEAR, includeSubDomains: true },
      referrerPolicy: { policy: 'no-referrer' },
    }),
  );
  app.use((_: Request, response: Response, next: NextFunction) => {
    response.setHeader('Cache-Control', 'no-store');
    next();
  });
  // Nest answers only under its prefix; all other paths belong to the pages.
  const pages = options.pages === undefined ? noPages : pagesIn(options.pages);
  const pagesVersion = options.pages === undefined ? undefined : pagesVersionIn(options.pages);
  app.use((request: Request, response: Response, next: NextFunction) => {
    if (!isOurs(request.path)) return pages(request, response, next);
    if (pagesVersion !== undefined) response.setHeader(PAGES_VERSION_HEADER, pagesVersion);
    // An ETag is a revision for a later If-Match. Names in the answer may change without it, so 304 could be wrong.
    delete request.headers['if-none-match'];
    next();
  });
  app.use(compressAnswers());
  readOutsideForms(app, isOutsideForm);
  const isFile = takesFile(app);
  app.useBodyParser('json', {
    limit: options.bodyLimit,
    strict: true,
    type: (request) => isJsonCommand(request as Request, isFile),
  });
  app.use((request: Request, _: Response, next: NextFunction) =>
    next(isDeeperThan(DEEPEST_BODY, request.body) ? TOO_DEEP : undefined),
  );
  letGoOfIdleConnections(app);
  return app;
}

/** The body of a GET means nothing in HTTP and is not read. */
const isJsonCommand = (request: Request, isFile: (path: string) => boolean): boolean =>
  !['GET', 'HEAD'].includes(request.method) && !isFile(request.path) && !!request.is('application/json');

/** Routes that take a file read their body themselves, with a limit of their own, even if the file is JSON. */
function takesFile(app: NestExpressApplication): (path: string) => boolean {
  let paths: ReadonlySet<string> | undefined;
  return (path) => {
    paths ??= new Set(
      app
        .get(RouteTable)
        .all()
        .filter(({ meta }) => 'takesFile' in meta && meta.takesFile === true)
        .map((route) => route.path),
    );
    return paths.has(path);
  };
}

const noPages: RequestHandler = (_request, _response, next) => next(new ProblemError('not-found'));

const TOO_DEEP = new WrongFieldsError([{ at: '', issue: { code: 'too_deep' } }]);

const isOurs = (path: string): boolean =>
  (path.startsWith(`/${API_PREFIX}/`) || isOutsideApi(path)) && isReadable(path);

/** False for a path with an invalid percent encoding, which matches nothing. */
function isReadable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

/** When the server closes it finishes running requests; idle connections are closed at once. */
function letGoOfIdleConnections(app: NestExpressApplication): void {
  const server = app.getHttpServer();
  const close = server.close.bind(server);
  server.close = (done?: (error?: Error) => void) => {
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const cut = setTimeout(() => server.closeAllConnections(), LAST_REQUESTS_MS);
    return close((error?: Error) => {
      clearInterval(sweep);
      clearTimeout(cut);
      done?.(error);
    });
  };
}
