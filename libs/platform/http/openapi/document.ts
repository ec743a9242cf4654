import { Role, RIGHTS, type Right } from '#platform/identity';
import { AcceptedAnswer } from '../answer.interceptor.js';
import { Problem } from '../problem.js';
import type { Route, RouteInput } from '../route-table.js';
import { inputSchema, outputSchema, type JsonSchema } from './json-schema.js';
import { problemResponses } from './problem-responses.js';

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly [part: string]: unknown;
}

/** The OpenAPI document, built from the schemas that validate the routes. */
export function openApiDocument(routes: readonly Route[]): OpenApiDocument {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const route of routes.toSorted((a, b) => (a.path < b.path ? -1 : 1)))
    (paths[templateOf(route.path)] ??= {})[route.method] = operationOf(route, routes);
  return {
    openapi: '3.1.0',
    info: {
      title: 'Samspill',
      version: '1',
      description:
        'The interdisciplinary collaboration system of a municipality. Commands answer with where they stand in the ' +
        'log; ask with `?after=<position>` to read what you wrote. What goes wrong is answered as RFC 9457 problems in ' +
        'nb, nn or en by `Accept-Language`.',
      license: { name: 'EUPL-1.2', identifier: 'EUPL-1.2' },
    },
    servers: [{ url: '/' }],
    tags: [...new Set(routes.map(tagOf))].toSorted().map((name) => ({ name })),
    paths,
    components: {
      schemas: { Accepted: outputSchema(AcceptedAnswer), Problem: outputSchema(Problem) },
      securitySchemes: {
        session: {
          type: 'apiKey',
          in: 'cookie',
          name: 'samspill-session',
          description: 'Set by signing in; its name begins with `__Host-` where browsers connect by https.',
        },
      },
    },
  };
}

const templateOf = (path: string): string => path.replaceAll(/:(\w+)/g, '{$1}');
const tagOf = ({ path }: Route): string => path.split('/').find((part) => part !== '' && part !== 'api')!;

function operationOf(route: Route, routes: readonly Route[]) {
  const { meta } = route;
  const body = route.inputs.find((input) => input.in === 'body');
  return {
    operationId: operationIdOf(route, routes),
    summary: meta.summary,
    tags: [tagOf(route)],
    security: meta.kind === 'public' || meta.kind === 'outside' ? [] : [{ session: [] }],
    ...('right' in meta && { description: `Right: \`${meta.right}\` (${rolesWith(meta.right)}).` }),
    parameters: [...route.inputs.flatMap(parametersOf), ...headersOf(route)],
    ...(body && { requestBody: bodyOf(body) }),
    ...('takesFile' in meta && meta.takesFile && { requestBody: { required: true, content: FILES } }),
    responses: {
      ...('redirects' in meta && meta.redirects ? REDIRECT : { 200: successOf(meta) }),
      ...problemResponses(route),
    },
  };
}

const rolesWith = (right: Right): string =>
  Role.options
    .filter((role) => ((RIGHTS[right] as Partial<Record<Role, readonly string[]>>)[role]?.length ?? 0) > 0)
    .join(', ');

/** `FileProtocolController` gives `fileProtocol`; if a controller has several routes, the handler's name is added. */
function operationIdOf({ controller, handler }: Route, routes: readonly Route[]): string {
  const stem = controller.replace(/Controller$/, '');
  const name = stem.charAt(0).toLowerCase() + stem.slice(1);
  const alone = routes.filter((other) => other.controller === controller).length === 1;
  return alone ? name : `${name}.${handler}`;
}

function parametersOf({ in: place, name, schema }: RouteInput) {
  if (place === 'body') return [];
  const json = inputSchema(schema);
  if (name !== undefined) return [parameter(place, name, json, place === 'path')];
  const required = (json['required'] ?? []) as readonly string[];
  return Object.entries((json['properties'] ?? {}) as Record<string, JsonSchema>).map(([key, each]) =>
    parameter(place, key, each, place === 'path' || required.includes(key)),
  );
}

const parameter = (place: string, name: string, { description, ...schema }: JsonSchema, required: boolean) => ({
  name,
  in: place,
  required,
  ...(typeof description === 'string' && { description }),
  schema,
});

const LANGUAGE = parameter(
  'header',
  'Accept-Language',
  { type: 'string', examples: ['nn'], description: 'nb, nn or en; else the form of the municipality.' },
  false,
);
const AFTER = parameter(
  'query',
  'after',
  { type: 'string', pattern: '^\\d{1,18}$', description: 'Wait until the read models have reached this position.' },
  false,
);
const LAST_EVENT = parameter(
  'header',
  'Last-Event-ID',
  {
    type: 'string',
    pattern: '^\\d{1,18}$',
    description: 'The last event that was read; a browser gives it by itself.',
  },
  false,
);
const DISPLAYED = parameter(
  'header',
  'Samspill-Person',
  {
    type: 'string',
    format: 'uuid',
    description: 'The person whom the page displays; 409 where the session is another’s.',
  },
  false,
);
const COMMAND_HEADERS = [
  parameter(
    'header',
    'Idempotency-Key',
    {
      type: 'string',
      pattern: '^[\\x21-\\x7e]{1,200}$',
      description: 'The same key again gives the same answer and changes nothing.',
    },
    false,
  ),
  parameter(
    'header',
    'If-Match',
    {
      type: 'string',
      pattern: '^"(-1|\\d+)"$',
      description: 'The revision that the user saw, from `ETag`; 412 where it has changed.',
    },
    false,
  ),
];

function headersOf({ meta }: Route) {
  switch (meta.kind) {
    case 'command':
      return [...COMMAND_HEADERS, DISPLAYED, LANGUAGE];
    case 'query':
      return [AFTER, DISPLAYED, LANGUAGE];
    case 'live':
      return [LAST_EVENT];
    case 'public':
    case 'outside':
    case 'signed-in':
      return [LANGUAGE];
  }
}

function bodyOf({ schema }: RouteInput) {
  // A body with only optional fields is itself optional.
  return { required: !schema.safeParse({}).success, content: { 'application/json': { schema: inputSchema(schema) } } };
}

const FILES = {
  'application/octet-stream': {},
  'text/csv': {},
  'application/json': {},
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': {},
};

function successOf(meta: Route['meta']) {
  if (meta.kind === 'live')
    return {
      description: 'Events, until either side ends it.',
      content: { 'text/event-stream': { schema: eventsOf(meta) } },
    };
  if ('file' in meta && meta.file !== undefined)
    return { description: 'The file.', content: { [meta.file]: { schema: { type: 'string', format: 'binary' } } } };
  const accepted = meta.kind === 'command' && !meta.answer;
  const schema = accepted ? { $ref: '#/components/schemas/Accepted' } : meta.answer && outputSchema(meta.answer);
  return {
    description: meta.kind === 'command' ? 'Done.' : 'The answer.',
    ...(accepted && {
      headers: { ETag: { description: 'The new revision, for `If-Match`.', schema: { type: 'string' } } },
    }),
    ...(schema && { content: { 'application/json': { schema } } }),
  };
}

const REDIRECT = { 302: { description: 'To another address.' } };

/** Schema of one event: its name and its `data`. */
const eventsOf = ({ events = {} }: Route['meta']) => ({
  oneOf: Object.entries(events).map(([event, data]) => ({
    type: 'object',
    required: ['event', 'data'],
    properties: { event: { const: event }, data: outputSchema(data) },
  })),
});
