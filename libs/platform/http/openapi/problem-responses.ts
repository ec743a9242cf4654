import { PROBLEM_TYPE } from '../problem.js';
import { PROBLEMS, type ProblemName } from '../problem-texts.js';
import type { Route } from '../route-table.js';
import { isLimited, type RouteMeta } from '../routes.js';

/** Any request can be answered these, whatever its route. */
const ALWAYS: readonly ProblemName[] = ['unknown-host', 'fault', 'unavailable', 'busy', 'cannot-save'];
/** Requests that may carry a body: it is read and checked before the handler sees it. */
const WITH_BODY: readonly ProblemName[] = ['malformed-json', 'cross-site', 'too-large', 'unsupported-media-type'];
const SIGNED_IN: readonly ProblemName[] = ['sign-in-required', 'municipality-merged', 'signed-in-as-another'];

const BY_KIND: Readonly<Record<RouteMeta['kind'], readonly ProblemName[]>> = {
  public: [],
  outside: ['invalid-request', 'not-found'],
  'signed-in': SIGNED_IN,
  live: [...SIGNED_IN, 'forbidden', 'too-many'],
  query: [...SIGNED_IN, 'invalid-request', 'forbidden', 'not-found', 'halted', 'not-yet-visible'],
  command: [...SIGNED_IN, 'invalid-request', 'forbidden', 'not-found', 'conflict', 'stale', 'refused'],
};

/**
 * Every answer of a route that is no success, by status: first by what all routes share, then by its method, inputs and
 * kind, then by what only this route says of itself. One status may stand for several problems; `type` tells them apart.
 */
export function problemResponses(route: Route): Readonly<Record<string, unknown>> {
  const responses: Record<string, unknown> = {};
  if (carriesBody(route)) responses['408'] = { description: 'The rest of the body did not arrive. No content.' };
  for (const [status, names] of Map.groupBy(problemsOf(route), (name) => PROBLEMS[name].status))
    responses[status] = {
      description: names.map((name) => `${PROBLEMS[name].title.en} (\`${name}\`).`).join(' '),
      content: { [PROBLEM_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
    };
  return responses;
}

function problemsOf(route: Route): readonly ProblemName[] {
  const { inputs, meta, path } = route;
  return [
    ...new Set<ProblemName>([
      ...(inputs.length > 0 ? (['invalid-request'] as const) : []),
      ...(path.includes(':') ? (['not-found'] as const) : []),
      ...(carriesBody(route) ? WITH_BODY : []),
      ...BY_KIND[meta.kind],
      ...(meta.needsConfirmation ? (['sign-in-again'] as const) : []),
      ...(meta.problems ?? []),
      ...(isLimited(meta) ? (['too-fast'] as const) : []),
      ...ALWAYS,
    ]),
  ];
}

const carriesBody = ({ method }: Route): boolean => method !== 'get';
