import { Injectable, RequestMethod, type OnModuleInit } from '@nestjs/common';
import { DiscoveryService, MetadataScanner, Reflector } from '@nestjs/core';
import { ZodType } from 'zod';
import { NEST_METADATA, NEST_PARAMETERS } from './nest-metadata.js';
import { ROUTE, type RouteMeta } from './routes.js';
import { SubjectFinders } from './subject-finders.js';

export const API_PREFIX = 'api';
/** Paths of `OutsideRoute`s, which stand in mails, or are told to an OpenID provider. */
const OUTSIDE_FORMS = ['avmeld/:token', 'svar/:token', 'openid/backchannel-logout'] as const;
/**
 * Paths outside the API: for probes and Prometheus, the public page, whose addresses people share, calendar programs,
 * and browsers that come from an OpenID provider.
 */
export const OUTSIDE_API = [
  'health/live',
  'health/ready',
  'metrics',
  '.well-known/security.txt',
  'publisert/stil.css',
  'publisert/:municipality',
  'publisert/:municipality/:period',
  'publisert/:municipality/:period/tall.csv',
  'kalender/:tenant/:personId/:feedId/:signature.ics',
  'openid/start',
  'openid/callback',
  'openid/frontchannel-logout',
  ...OUTSIDE_FORMS,
] as const;

const matching = (paths: readonly string[]) => {
  const patterns = paths.map((path) => new RegExp(`^/${path.replaceAll('.', '\\.').replaceAll(/:\w+/g, '[^/]+')}$`));
  return (path: string): boolean => patterns.some((pattern) => pattern.test(path));
};
/** Whether a request's path is one of those. */
export const isOutsideApi = matching(OUTSIDE_API);
/** Whether a request's path takes a form from outside. */
export const isOutsideForm = matching(OUTSIDE_FORMS);

/** One input of a route and its schema. */
export interface RouteInput {
  readonly in: 'body' | 'query' | 'path';
  /** Undefined when the decorator takes all parameters at once. */
  readonly name?: string;
  readonly schema: ZodType;
}

/** A route of the application, discovered from its controllers. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete' | 'patch';
  /** `/api/meetings/:meetingId` */
  readonly path: string;
  readonly meta: RouteMeta;
  readonly inputs: readonly RouteInput[];
  /** `FileProtocolController` */
  readonly controller: string;
  readonly handler: string;
}

const METHODS: Readonly<Partial<Record<RequestMethod, Route['method']>>> = {
  [RequestMethod.GET]: 'get',
  [RequestMethod.POST]: 'post',
  [RequestMethod.PUT]: 'put',
  [RequestMethod.DELETE]: 'delete',
  [RequestMethod.PATCH]: 'patch',
};
const INPUTS: ReadonlyMap<number, RouteInput['in']> = new Map([
  [NEST_PARAMETERS.body, 'body'],
  [NEST_PARAMETERS.query, 'query'],
  [NEST_PARAMETERS.path, 'path'],
]);

/** Some routes cannot be guarded, validated and described; the application does not start. */
export class UnguardedRoutes extends Error {
  constructor(readonly reasons: readonly string[]) {
    super(`These routes cannot be served:\n${reasons.map((reason) => `- ${reason}`).join('\n')}`);
  }
}

/**
 * Every route of the application, for the OpenAPI document and the rights test. Refuses to start if a route is
 * incomplete.
 */
@Injectable()
export class RouteTable implements OnModuleInit {
  private found: readonly Route[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly scanner: MetadataScanner,
    private readonly reflector: Reflector,
    private readonly finders: SubjectFinders,
  ) {}

  onModuleInit(): void {
    const wrong: string[] = [];
    this.found = this.discovery.getControllers().flatMap(({ metatype }) => {
      if (typeof metatype !== 'function') return [];
      const prototype = metatype.prototype as Record<string, () => unknown>;
      return this.scanner
        .getAllMethodNames(prototype)
        .flatMap((handler) => this.routeOf(metatype, handler, prototype[handler]!, wrong));
    });
    if (this.found.length === 0) wrong.push('no route is found: Nest keeps its metadata under other keys');
    if (wrong.length > 0) throw new UnguardedRoutes(wrong);
  }

  all(): readonly Route[] {
    return this.found;
  }

  private routeOf(controller: object & { name?: string }, handler: string, callback: () => unknown, wrong: string[]) {
    const path = this.reflector.get<string | undefined>(NEST_METADATA.path, callback);
    if (path === undefined) return [];
    const name = `${controller.name ?? '?'}.${handler}`;
    const meta = this.reflector.get<RouteMeta | undefined>(ROUTE, callback);
    const method = METHODS[this.reflector.get<RequestMethod>(NEST_METADATA.method, callback)];
    if (!meta) wrong.push(`${name} says neither which right it needs nor that it is public`);
    if (!method) wrong.push(`${name} has a method that is not served`);
    if (!meta || !method) return [];
    const base = this.reflector.get<string>(NEST_METADATA.path, controller as () => unknown);
    const whole = served([base, path]);
    const inputs = inputsOf(controller, handler, name, wrong);
    if ((meta.kind === 'outside') !== isOutsideForm(whole))
      wrong.push(`${name} must be under a path of OUTSIDE_FORMS if, and only if, it takes a form from outside`);
    if ('right' in meta && meta.of !== undefined) {
      if (!whole.split('/').includes(`:${meta.of}Id`))
        wrong.push(`${name} is of a ${meta.of} but has no :${meta.of}Id`);
      if (!this.finders.has(meta.of)) wrong.push(`${name} is of a ${meta.of}, which no context can find`);
    }
    return [{ method, path: whole, meta, inputs, controller: controller.name ?? '?', handler }];
  }
}

function served(parts: readonly string[]): string {
  const path = parts
    .flatMap((part) => part.split('/'))
    .filter(Boolean)
    .join('/');
  return (OUTSIDE_API as readonly string[]).includes(path) ? `/${path}` : `/${API_PREFIX}/${path}`;
}

function inputsOf(controller: object, handler: string, name: string, wrong: string[]): readonly RouteInput[] {
  type Argument = { readonly data?: unknown; readonly schema?: unknown };
  const args = (Reflect.getMetadata(NEST_METADATA.arguments, controller, handler) ?? {}) as Record<string, Argument>;
  return Object.entries(args).flatMap(([key, { data, schema }]): RouteInput[] => {
    const where = /^\d+:\d+$/.test(key) ? INPUTS.get(Number(key.split(':')[0])) : undefined;
    if (!where) return [];
    if (schema instanceof ZodType) return [{ in: where, schema, ...(typeof data === 'string' && { name: data }) }];
    wrong.push(`${name} takes something from its ${where} without a schema`);
    return [];
  });
}
