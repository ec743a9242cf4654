import { Inject, Injectable, type CanActivate, type ExecutionContext } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import {
  Askers,
  reaches,
  scopeOf,
  Sessions,
  type Asker,
  type Language,
  type Right,
  type Session,
} from '#platform/identity';
import { CLOCK, dayOf, type Clock } from '#platform/kernel';
import { EarlierReads } from '#platform/streams';
import { commandContextOf } from './command-context.js';
import { HTTP_OPTIONS, type HttpOptions } from './http-options.js';
import { demandForm } from './outside-form.js';
import { PathForms } from './path-forms.js';
import { ProblemError, WrongFieldsError } from './problem.js';
import { RateLimits } from './rates/rate-limits.js';
import { untilRefusalFloor } from './refusal-floor.js';
import type { AskedRequest } from './request.js';
import { ROUTE, type PublicRouteOptions, type RouteMeta } from './routes.js';
import { demandSameOrigin } from './same-origin.js';
import { SubjectFinders } from './subject-finders.js';
import { mayReach, type FoundSubject } from './subjects.js';

type Guarded = Extract<RouteMeta, { right: Right }>;

/**
 * The only access check: resolves the session to the asker, compares the asker's roles with the right that the route
 * requires, and prepares the command context. A subject out of reach gets the same answer whether it exists or not (ADR
 * 0060).
 */
@Injectable()
export class AccessGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly askers: Askers,
    private readonly sessions: Sessions,
    private readonly rates: RateLimits,
    private readonly finders: SubjectFinders,
    private readonly paths: PathForms,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(HTTP_OPTIONS) private readonly options: HttpOptions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const http = context.switchToHttp();
    const request = http.getRequest<AskedRequest>();
    const route = this.reflector.get<RouteMeta | undefined>(ROUTE, context.getHandler());
    if (!route) throw new Error('A route without rights was asked for');
    if (route.kind === 'public' || route.kind === 'outside') await this.demandRate(route, request);
    if (route.kind === 'outside') {
      demandForm(request);
      return true;
    }
    demandSameOrigin(request, this.options.origin, 'takesFile' in route && route.takesFile === true);
    if (route.kind === 'public') return true;
    const session = await this.sessionOf(request);
    const reads = route.kind === 'command' ? new EarlierReads() : undefined;
    // Side by side with the roles: it is not used before they are known.
    const found = this.beginToFind(route, context, session, reads);
    request.asker = await this.askerOf(session, request, http.getResponse<Response>());
    request.language = request.asker.language;
    this.paths.demandForm(context, request.params);
    if (route.kind === 'live') {
      request.stillMay = () => this.stillMay(route, request);
      request.decidedIn = this.askers.decidedIn(request.asker);
    }
    if (!('right' in route)) {
      this.demandConfirmation(route, request);
      return true;
    }
    const beganAt = performance.now();
    if (!(await this.allows(route, request.asker, () => found))) {
      await untilRefusalFloor(beganAt, this.options.refusalFloorMs);
      throw new ProblemError('forbidden');
    }
    // After the right: nobody is asked to prove who they are for what they may not do.
    this.demandConfirmation(route, request);
    if (route.kind === 'live') return true;
    if (route.kind === 'command') request.command = { ...commandContextOf(request), ...(reads && { reads }) };
    else takeAfter(request);
    return true;
  }

  private async demandRate(route: PublicRouteOptions, request: AskedRequest): Promise<void> {
    if (route.limit === 'sign-in') await this.rates.demandSignIn(request);
    else if (route.limit !== 'none') await this.rates.demandWithoutSession(request);
  }

  private async sessionOf(request: AskedRequest): Promise<Session> {
    const session = await this.sessions.use(request);
    if (!session) {
      await this.rates.demandWithoutSession(request);
      throw new ProblemError('sign-in-required');
    }
    await this.rates.demandPerson(session.tenant, session.personId);
    return session;
  }

  private async askerOf(session: Session, request: AskedRequest, response: Response): Promise<Asker> {
    const asker = await this.known(session, request.language);
    if (!asker) throw await this.notKnown(session, request, response);
    demandDisplayedPerson(request, asker);
    request.session = session;
    return asker;
  }

  private demandConfirmation({ needsConfirmation = false }: RouteMeta, { session }: AskedRequest): void {
    if (needsConfirmation && !this.sessions.isConfirmed(session)) {
      const minutes = String(this.sessions.limits.confirmMinutes);
      throw new ProblemError('sign-in-again', {}, { minutes });
    }
  }

  private async notKnown({ tenant }: Session, request: AskedRequest, response: Response): Promise<ProblemError> {
    const successor = await this.askers.successorOf(tenant);
    request.language ??= successor?.language;
    // The cookie stays, so that every request is told where to go, and not only the first.
    if (successor) return new ProblemError('municipality-merged', {}, { name: successor.name });
    await this.sessions.end(request, response);
    return new ProblemError('sign-in-required');
  }

  /** Repeats the check while a stream is open: the session, the current roles and the right. */
  private async stillMay(route: RouteMeta, request: AskedRequest): Promise<boolean> {
    const session = await this.sessions.open(request);
    const asker = session && (await this.known(session, request.language));
    if (!asker || !('right' in route)) return asker !== undefined;
    return this.allows(route, asker, () => this.find(route, request, asker.tenant));
  }

  private known({ tenant, personId }: Session, language: Language | undefined): Promise<Asker | undefined> {
    return this.askers.find(tenant, personId, dayOf(this.clock.now()), language);
  }

  private async allows(
    { right, of }: Guarded,
    asker: Asker,
    found: () => Promise<FoundSubject | undefined>,
  ): Promise<boolean> {
    const scope = scopeOf(asker, right);
    if (!reaches(scope)) return false;
    // An asker with the whole municipality in reach may learn that the subject does not exist; the handler answers 404.
    if (of === undefined || scope.all) return true;
    const subject = await found();
    return subject !== undefined && mayReach(asker, right, subject);
  }

  /** The subject of a request that may turn out to be refused; nobody need wait for it. */
  private beginToFind(
    route: RouteMeta,
    context: ExecutionContext,
    { tenant }: Session,
    reads: EarlierReads | undefined,
  ): Promise<FoundSubject | undefined> {
    const request = context.switchToHttp().getRequest<AskedRequest>();
    if (!('right' in route) || !this.paths.isWellFormed(context, request.params)) return Promise.resolve(undefined);
    const found = this.find(route, request, tenant, reads);
    found.catch(() => undefined);
    return found;
  }

  private find(
    { of }: Pick<Guarded, 'of'>,
    { params }: AskedRequest,
    tenant: string,
    reads?: EarlierReads,
  ): Promise<FoundSubject | undefined> {
    if (of === undefined) return Promise.resolve(undefined);
    return this.finders.find(of, tenant, String(params[`${of}Id`]), reads);
  }
}

/** Header with the id of the person for whom a page is rendered. Programs that render nothing omit it. */
export const DISPLAYED_PERSON = 'samspill-person';

/** Another person may have signed in in another window: this page would then show and send another person's data. */
function demandDisplayedPerson(request: AskedRequest, { personId }: Asker): void {
  const displayed = request.get(DISPLAYED_PERSON);
  if (displayed !== undefined && displayed !== personId) throw new ProblemError('signed-in-as-another');
}

/** Removes `after` from the query, so that a query's own schema need not declare it. */
function takeAfter(request: AskedRequest): void {
  const { after, ...rest } = request.query;
  if (after === undefined) return;
  if (typeof after !== 'string' || !/^\d{1,18}$/.test(after))
    throw new WrongFieldsError([
      { at: 'after', issue: { code: 'invalid_format', format: 'position', path: [], message: 'position' } },
    ]);
  request.after = BigInt(after);
  // Express 5 parses the query at each access; this value is the one that the pipes see.
  Object.defineProperty(request, 'query', { value: rest, configurable: true });
}
