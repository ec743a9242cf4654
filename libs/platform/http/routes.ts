import { applyDecorators, Delete, Get, HttpCode, Post, Put, SetMetadata } from '@nestjs/common';
import type { ZodType } from 'zod';
import type { Right } from '#platform/identity';
import type { ProblemName } from './problem-texts.js';

/** Kind of a route's subject, which the guard finds by the path parameter `<of>Id`. */
export type SubjectKind = 'unit' | 'meeting' | 'action' | 'alert';

interface DescribedRoute {
  /** One sentence in the OpenAPI document. */
  readonly summary: string;
  /** Problems that this route answers with beside those of its kind, for the OpenAPI document. */
  readonly problems?: readonly ProblemName[];
}
export interface RouteOptions extends DescribedRoute {
  /** Path below the controller's path. */
  readonly path?: string;
  /** The right that the route requires. */
  readonly right: Right;
  /**
   * If given, the right must reach this subject. Otherwise it must reach something, and the query shows no more than
   * its scope.
   */
  readonly of?: SubjectKind;
}
/** A route of a sensitive operation. */
interface ConfirmedRoute {
  /**
   * True if the person must have proven recently who they are (ADR 0361); otherwise the answer is `sign-in-again`, after
   * which the same request may be sent again.
   */
  readonly needsConfirmation?: boolean;
}
export interface CommandRouteOptions extends RouteOptions, ConfirmedRoute {
  readonly method?: 'post' | 'put' | 'delete';
  /** Schema of a command's answer if it is not `{id, revision, position}`. */
  readonly answer?: ZodType;
  /** True if the body is a file, which the controller reads from the request itself; JSON otherwise. */
  readonly takesFile?: boolean;
}
export interface QueryRouteOptions extends RouteOptions {
  /**
   * Schema of the answer, which validates every answer and is part of the OpenAPI document. If the answer has a
   * `revision` (a string of digits), it is also sent as `ETag`, for a later `If-Match`.
   */
  readonly answer: ZodType;
}
export interface FileRouteOptions extends RouteOptions {
  /** Media type of the file, such as `application/pdf`. */
  readonly type: string;
}
export interface PublicRouteOptions extends DescribedRoute {
  readonly answer?: ZodType;
  /** True when the answer sends the browser to another address. */
  readonly redirects?: boolean;
  /**
   * How often one address may ask: `sign-in` where signing in begins, `none` for probes
   * and for what must not be lost; if undefined, as for every
   * request without a session.
   */
  readonly limit?: 'sign-in' | 'none';
}

/** Schemas of a stream's events, by name, for the OpenAPI document. */
type LiveEvents = Readonly<Record<string, ZodType>>;
/** Without a right, open to every signed-in person; the events are then of their own municipality. */
export type LiveRouteOptions = { readonly events: LiveEvents } & (
  RouteOptions | (Pick<RouteOptions, 'path' | 'summary'> & { readonly right?: undefined })
);

interface GuardedRoute extends RouteOptions, ConfirmedRoute {
  readonly kind: 'command' | 'query' | 'live';
  readonly answer?: ZodType;
  readonly takesFile?: boolean;
  readonly events?: LiveEvents;
  /** Media type of the file in the answer. */
  readonly file?: string;
}
interface OpenRoute extends PublicRouteOptions, ConfirmedRoute {
  readonly kind: 'public' | 'outside' | 'signed-in' | 'live';
  readonly events?: LiveEvents;
}
/**
 * Data about a route for the guard, the answer check and the OpenAPI document. A route without it prevents the start.
 */
export type RouteMeta = GuardedRoute | OpenRoute;
export const ROUTE = 'samspill:route';

/** Whether requests to the route are counted. */
export const isLimited = (meta: RouteMeta): boolean => !('limit' in meta && meta.limit === 'none');

const METHODS = { post: Post, put: Put, delete: Delete } as const;

/** A route that runs a command and answers with its outcome: 200 with `{id, revision, position}`, or a problem. */
export const CommandRoute = ({ method = 'post', path, ...rest }: CommandRouteOptions): MethodDecorator =>
  applyDecorators(
    METHODS[method](path),
    HttpCode(200),
    SetMetadata(ROUTE, { ...rest, path, kind: 'command' } satisfies RouteMeta),
  );

/** A route for a query; it first waits for `?after=<position>`, if given. */
export const QueryRoute = ({ path, ...rest }: QueryRouteOptions): MethodDecorator =>
  applyDecorators(Get(path), SetMetadata(ROUTE, { ...rest, path, kind: 'query' } satisfies RouteMeta));

/** A route for a query with a file as answer, which the controller makes by `asFile`. */
export const FileRoute = ({ path, type, ...rest }: FileRouteOptions): MethodDecorator =>
  applyDecorators(Get(path), SetMetadata(ROUTE, { ...rest, path, file: type, kind: 'query' } satisfies RouteMeta));

/**
 * Open to everyone, together with Nest's own `@Get` or `@Post`: only for sign-in, publications, health, metrics and the
 * OpenAPI document.
 */
export const PublicRoute = (options: PublicRouteOptions): MethodDecorator =>
  SetMetadata(ROUTE, { ...options, kind: 'public' } satisfies RouteMeta);

/**
 * A form for people and programs outside the pages, such as a link in a mail, together with Nest's own `@Get` or `@Post`,
 * under a path of `OUTSIDE_FORMS`. There is no cookie, no session and no demand of the same origin: a token in the path
 * says what may be done. GET changes nothing, since mail programs and scanners follow links; POST takes a form.
 */
export const OutsideRoute = (options: PublicRouteOptions): MethodDecorator =>
  SetMetadata(ROUTE, { ...options, kind: 'outside' } satisfies RouteMeta);

/** Open to every signed-in person, whatever their roles, together with Nest's own `@Get`: the current session. */
export const SignedInRoute = (options: PublicRouteOptions & ConfirmedRoute): MethodDecorator =>
  SetMetadata(ROUTE, { ...options, kind: 'signed-in' } satisfies RouteMeta);

/**
 * A stream of server-sent events, which the controller begins with `LiveStreams`. The guard gives the request
 * `stillMay`, which is called as long as the stream is open: it ends with the session, or with the right.
 */
export const LiveRoute = ({ path, right, ...rest }: LiveRouteOptions): MethodDecorator =>
  applyDecorators(
    Get(path),
    SetMetadata(ROUTE, { ...rest, kind: 'live', ...(right && { path, right }) } satisfies RouteMeta),
  );
