import { applyDecorators, Delete, Get, HttpCode, Post, Put, SetMetadata } from '@nestjs/common';
import type { ZodType } from 'zod';
import type { Right } from '#platform/identity';
import type { ProblemName } from './problem-texts.js';

/** What a route is about: the guard finds the subject by the path parameter `<of>Id`. */
export type SubjectKind = 'unit' | 'meeting' | 'action';

interface DescribedRoute {
  /** One sentence for the OpenAPI document. */
  readonly summary: string;
  /** Problems that this route answers with beside those of its kind, for the OpenAPI document. */
  readonly problems?: readonly ProblemName[];
}
export interface RouteOptions extends DescribedRoute {
  /** Path below the controller's. */
  readonly path?: string;
  /** What one must have to come in at all. */
  readonly right: Right;
  /** Given: the right must reach this subject. Not given: it must reach something, and the query shows no more than its scope. */
  readonly of?: SubjectKind;
}
export interface CommandRouteOptions extends RouteOptions {
  readonly method?: 'post' | 'put' | 'delete';
  /** Given where a command answers with something else than `{id, revision, position}`. */
  readonly answer?: ZodType;
  /** True where the body is a file, which the controller reads from the request by itself; JSON otherwise. */
  readonly takesFile?: boolean;
}
export interface QueryRouteOptions extends RouteOptions {
  /**
   * Shape of the answer: OpenAPI is made from it and every answer is checked by it. Where the answer has a `revision`
   * (a string of digits), it is sent as `ETag` too, to be given back as `If-Match`.
   */
  readonly answer: ZodType;
}
export interface FileRouteOptions extends RouteOptions {
  /** Its media type, such as `application/pdf`. */
  readonly type: string;
}
export interface PublicRouteOptions extends DescribedRoute {
  readonly answer?: ZodType;
}

/** What each event of a stream carries, by its name: for the OpenAPI document. */
type LiveEvents = Readonly<Record<string, ZodType>>;
/** Without a right: open to anyone who has signed in; what they hear is then of their own municipality. */
export type LiveRouteOptions = { readonly events: LiveEvents } & (
  RouteOptions | (Pick<RouteOptions, 'path' | 'summary'> & { readonly right?: undefined })
);

interface GuardedRoute extends RouteOptions {
  readonly kind: 'command' | 'query' | 'live';
  readonly answer?: ZodType;
  readonly takesFile?: boolean;
  readonly events?: LiveEvents;
  /** Media type of the file that it answers with. */
  readonly file?: string;
}
interface OpenRoute extends PublicRouteOptions {
  readonly kind: 'public' | 'signed-in' | 'live';
  readonly events?: LiveEvents;
}
/** What the guard, the answer check and the OpenAPI document know of a route. A route without it does not start. */
export type RouteMeta = GuardedRoute | OpenRoute;
export const ROUTE = 'samspill:route';

const METHODS = { post: Post, put: Put, delete: Delete } as const;

/** A route that runs a command and answers with its outcome: 200 with `{id, revision, position}`, or a problem. */
export const CommandRoute = ({ method = 'post', path, ...rest }: CommandRouteOptions): MethodDecorator =>
  applyDecorators(
    METHODS[method](path),
    HttpCode(200),
    SetMetadata(ROUTE, { ...rest, path, kind: 'command' } satisfies RouteMeta),
  );

/** A route that asks a question; it may wait for `?after=<position>` first. */
export const QueryRoute = ({ path, ...rest }: QueryRouteOptions): MethodDecorator =>
  applyDecorators(Get(path), SetMetadata(ROUTE, { ...rest, path, kind: 'query' } satisfies RouteMeta));

/** A route that answers a question with a file, which the controller makes by `asFile`. */
export const FileRoute = ({ path, type, ...rest }: FileRouteOptions): MethodDecorator =>
  applyDecorators(Get(path), SetMetadata(ROUTE, { ...rest, path, file: type, kind: 'query' } satisfies RouteMeta));

/** Open to anyone, beside Nest's own `@Get` or `@Post`: sign-in, health, metrics, this document. Nothing else. */
export const PublicRoute = (options: PublicRouteOptions): MethodDecorator =>
  SetMetadata(ROUTE, { ...options, kind: 'public' } satisfies RouteMeta);

/** Open to anyone who has signed in, whatever their roles, beside Nest's own `@Get`: who am I. */
export const SignedInRoute = (options: PublicRouteOptions): MethodDecorator =>
  SetMetadata(ROUTE, { ...options, kind: 'signed-in' } satisfies RouteMeta);

/**
 * A stream of server-sent events, which the controller begins with `LiveStreams`. The guard gives the request `stillMay`,
 * which is asked as long as the stream is open: it ends with the session, and with the right.
 */
export const LiveRoute = ({ path, right, ...rest }: LiveRouteOptions): MethodDecorator =>
  applyDecorators(
    Get(path),
    SetMetadata(ROUTE, { ...rest, kind: 'live', ...(right && { path, right }) } satisfies RouteMeta),
  );
