import { randomUUID } from 'node:crypto';
import { WorkingTables } from '#platform/database';
import type { OpenApiDocument } from '#platform/http';
import { Dispatches, dispatchIdOf } from '#platform/mail';
import type { RunningApi } from '../running-api.js';
import { ACTION, ALERT, MEETING, NUMBER } from './rights.municipality.js';
import { BFE, personOf, SERVICE, UNIT, type Place } from './rights.people.js';

// The routes of the OpenAPI document, and requests to them that name something of the story.

/** A route as the OpenAPI document describes it. */
export interface DocumentedRoute {
  readonly method: string;
  /** `/api/meetings/:meetingId` */
  readonly path: string;
  readonly name: string;
  readonly kind: 'command' | 'query' | 'live';
  /** False if the document demands no session. */
  readonly closed: boolean;
}
/** Units, and what exists nowhere. */
export type Target = Place | 'nowhere';
/** Every route of the document. */
export function routesOf({ paths }: OpenApiDocument): readonly DocumentedRoute[] {
  return Object.entries(paths).flatMap(([template, methods]) =>
    Object.entries(methods).map(([method, operation]) => {
      const path = template.replaceAll(/\{(\w+)\}/g, ':$1');
      const { security, responses } = operation as {
        security: unknown[];
        responses: Record<string, { content?: object }>;
      };
      const isLive = 'text/event-stream' in (responses['200']?.content ?? {});
      return {
        method,
        path,
        name: `${method.toUpperCase()} ${path}`,
        kind: isLive ? 'live' : method === 'get' ? 'query' : 'command',
        closed: security.length > 0,
      } as const;
    }),
  );
}

/** A mail to the coordinator, whose content nobody else may read. */
const MAIL = { personId: personOf('coordinator'), kind: 'daily', period: '2026-11-20' };
export async function sentMail(api: RunningApi) {
  await api.app.get(Dispatches).announce(NUMBER, [{ ...MAIL, dueAt: new Date('2026-11-20T06:00:00Z') }]);
  await api.app.get(WorkingTables).in(NUMBER, (tables) =>
    tables.query(
      `update mail_dispatch set state = 'accepted', composed_at = due_at, envelope_from = 'a@example.no',
           envelope_to = 'b@example.no', subject = 'x', bytes = $1`,
      [Buffer.from('Subject: x\r\n\r\nx')],
    ),
  );
}

/** Path parameters by name. */
const PARAMETERS: Readonly<Record<string, Readonly<Record<Place, string>>>> = {
  unitId: UNIT,
  meetingId: MEETING,
  actionId: ACTION,
  alertId: ALERT,
  personId: { here: personOf('teacherHere'), there: personOf('teacherThere') },
  serviceId: { here: SERVICE.ppt, there: SERVICE.childWelfare },
  serviceUnitId: { here: BFE, there: BFE },
  roleId: { here: randomUUID(), there: randomUUID() },
  sessionId: { here: randomUUID(), there: randomUUID() },
  identityId: { here: randomUUID(), there: randomUUID() },
  refusalId: { here: randomUUID(), there: randomUUID() },
  dispatchId: { here: dispatchIdOf(NUMBER, MAIL), there: dispatchIdOf(NUMBER, MAIL) },
  schoolYear: { here: '2026', there: '2026' },
  month: { here: '2026-11', there: '2026-11' },
  version: { here: '1', there: '1' },
  indicator: { here: '2', there: '2' },
  municipality: { here: NUMBER, there: NUMBER },
  period: { here: '2026-09', there: '2026-09' },
  week: { here: '2026-W47', there: '2026-W47' },
  figure: { here: 'actions', there: 'actions' },
};
const QUERIES: Readonly<Record<string, string>> = {
  'GET /api/search': '?text=skolen',
  'GET /api/statistics/figures': '?indicators=2',
  'GET /api/statistics/figures.csv': '?indicators=2',
  'GET /api/statistics/figures.pdf': '?indicators=2',
  'GET /api/statistics/figures.xlsx': '?indicators=2',
  'GET /api/statistics/:indicator/changes': '?asOf=2026-11-20',
  'GET /api/supervision-package': '?period=2026-11',
  'GET /api/publications/preview': '?period=2026-09&figures=2',
};

/** These routes check rights after reading the body, so it must be a valid one. */
const BODIES: Readonly<Record<string, (target: Target) => object>> = {
  'POST /api/meetings': (target) => ({
    unitIds: [target === 'nowhere' ? '974557800' : UNIT[target]],
    on: '2026-12-10',
    startsAt: '12:00',
  }),
  'POST /api/actions/:actionId/handover/refusal': () => ({}),
};

/** Carried out by whoever may, since it takes no body: of a person who has no sessions. */
const OF_NOBODY = 'DELETE /api/people/:personId/sessions';

/** Ids of something that does not exist; parameters that are no ids, such as a month, stay as they are. */
const NOWHERE: Readonly<Record<string, () => string>> = {
  unitId: () => '974557800',
  meetingId: randomUUID,
  actionId: randomUUID,
  alertId: randomUUID,
  personId: randomUUID,
  serviceId: randomUUID,
  serviceUnitId: randomUUID,
  dispatchId: randomUUID,
};
/** Whether the request names something that may or may not exist. */
export const namesAnId = ({ path, name }: DocumentedRoute) =>
  name in BODIES || Object.keys(NOWHERE).some((parameter) => path.split('/').includes(`:${parameter}`));

const addressOf = ({ path, name: route }: DocumentedRoute, target: Target): string =>
  path.replaceAll(/:(\w+)/g, (_, name: string) => {
    if (target === 'nowhere' && name in NOWHERE) return NOWHERE[name]!();
    const value = route === OF_NOBODY ? randomUUID() : PARAMETERS[name]?.[target === 'nowhere' ? 'here' : target];
    if (value === undefined) throw new Error(`Say in this specification what :${name} is`);
    return value;
  });

/** An answer as far as it is compared. */
export interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Sends a request that no command carries out: its body is invalid, or its revision is one that no stream had. */
export async function ask(url: string, cookie: string, route: DocumentedRoute, target: Target): Promise<Answer> {
  const body = BODIES[route.name]?.(target) ?? { 'no such field': true };
  const response = await fetch(`${url}${addressOf(route, target)}${QUERIES[route.name] ?? ''}`, {
    method: route.method.toUpperCase(),
    headers: { cookie, 'content-type': 'application/json', 'if-match': '"999999"' },
    ...(route.method !== 'get' && { body: JSON.stringify(body) }),
  });
  return { status: response.status, text: await textOf(response) };
}

/** Reads only the first events, since a stream has no end. */
async function textOf(response: Response): Promise<string> {
  if (!response.headers.get('content-type')?.startsWith('text/event-stream')) return response.text();
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const { value } = await reader.read();
  await reader.cancel();
  return new TextDecoder().decode(value);
}

/** Routes without a right, and why. */
export const OPEN: readonly string[] = [
  'DELETE /api/session',
  // One's own sessions.
  'DELETE /api/sessions',
  'DELETE /api/sessions/:sessionId',
  // Before one is signed in: forgets whom the provider has proven in this browser.
  'DELETE /api/sign-in',
  // The contact for weaknesses.
  'GET /.well-known/security.txt',
  'GET /api/docs',
  'GET /api/docs/page.css',
  'GET /api/docs/page.js',
  'GET /api/docs/start.js',
  'GET /api/live',
  'GET /api/openapi.json',
  // What a municipality has published is for everybody.
  'GET /api/publications',
  'GET /api/publications/of/:municipality',
  'GET /api/publications/of/:municipality/:period',
  'GET /api/session',
  // It tells only whether the asker has proven recently who they are.
  'GET /api/session/confirmation',
  // The municipalities of one's own identity.
  'GET /api/session/municipalities',
  'GET /api/session/personas',
  'GET /api/sessions',
  'GET /api/sign-in',
  // Stops one kind of mail, by a signed address.
  'GET /avmeld/:token',
  'GET /health/live',
  'GET /health/ready',
  // A calendar program, by a signed address.
  'GET /kalender/:tenant/:personId/:feedId/:signature.ics',
  'GET /metrics',
  // Browsers that come from the OpenID provider, or go there.
  'GET /openid/callback',
  'GET /openid/frontchannel-logout',
  'GET /openid/start',
  // The public page.
  'GET /publisert/:municipality',
  'GET /publisert/:municipality/:period',
  'GET /publisert/:municipality/:period/tall.csv',
  'GET /publisert/stil.css',
  // An action's owner answers, by a signed address.
  'GET /svar/:token',
  'POST /api/session',
  // In the demo: it is still me.
  'POST /api/session/confirmation',
  'POST /api/sign-in',
  // How an invitation link stands, and the sign-in by it; its token is in the body.
  'POST /api/sign-in/invitation',
  'POST /api/sign-in/invitation/start',
  'POST /avmeld/:token',
  // The OpenID provider, by a token that it has signed.
  'POST /openid/backchannel-logout',
  'POST /svar/:token',
];
