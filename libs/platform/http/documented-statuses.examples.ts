import type { NestExpressApplication } from '@nestjs/platform-express';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { openApiDocument } from './openapi/document.js';
import { RouteTable } from './route-table.js';

interface Operation {
  readonly method: string;
  readonly segments: readonly string[];
  readonly statuses: ReadonlySet<string>;
}

/**
 * Compares the status of every answer with the OpenAPI document. Closing the application fails, and with it the
 * specification that started it, when an answer had a status that the document does not name for its route.
 */
export function demandDocumentedStatuses(app: NestExpressApplication): void {
  let operations: readonly Operation[] | undefined;
  const undocumented = new Set<string>();
  (app.getHttpServer() as NodeJS.EventEmitter).on('request', (request: IncomingMessage, response: ServerResponse) => {
    response.once('finish', () => {
      operations ??= operationsOf(app);
      const operation = operationAsked(operations, request);
      if (operation && !operation.statuses.has(String(response.statusCode)))
        undocumented.add(`${operation.method} /${operation.segments.join('/')}: ${response.statusCode}`);
    });
  });
  const adapter = app.getHttpAdapter();
  const close = adapter.close.bind(adapter) as () => Promise<void>;
  adapter.close = async () => {
    await close();
    if (undocumented.size > 0)
      throw new Error(`The OpenAPI document does not name:\n${[...undocumented].toSorted().join('\n')}`);
  };
}

function operationsOf(app: NestExpressApplication): readonly Operation[] {
  return Object.entries(openApiDocument(app.get(RouteTable).all()).paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      segments: segmentsOf(path),
      statuses: new Set(Object.keys((operation as { responses: object }).responses)),
    })),
  );
}

/** Of several routes that match, the one with fewest parameters, as Nest chooses. */
function operationAsked(operations: readonly Operation[], { method, url }: IncomingMessage): Operation | undefined {
  const segments = segmentsOf(url!.split('?')[0]!);
  const [found] = operations
    .filter((operation) => operation.method === (method === 'HEAD' ? 'GET' : method) && matches(operation, segments))
    .toSorted((a, b) => parametersIn(a) - parametersIn(b));
  return found;
}

const segmentsOf = (path: string): readonly string[] => path.split('/').slice(1);
const isParameter = (segment: string): boolean => segment.startsWith('{');
const parametersIn = ({ segments }: Operation): number => segments.filter(isParameter).length;
const matches = ({ segments }: Operation, path: readonly string[]): boolean =>
  segments.length === path.length &&
  segments.every((segment, i) => segment === path[i] || (isParameter(segment) && path[i] !== ''));
