import { Inject, Injectable, type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import { z } from 'zod';
import { isRefused } from '#platform/kernel';
import { LOG, type Log } from '#platform/observability';
import { Freshness } from '#platform/projections';
import type { Accepted } from '#platform/streams';
import { HTTP_OPTIONS, type HttpOptions } from './http-options.js';
import { ProblemError, RefusedError } from './problem.js';
import type { AskedRequest } from './request.js';
import { ROUTE, type RouteMeta } from './routes.js';
import { checkedAnswer } from './schema-check.js';

/** Answer to an accepted command. The numbers are strings, since they may exceed JavaScript's safe integers. */
export const AcceptedAnswer = z.object({
  id: z.string().describe('What the command was about, or what it made.'),
  revision: z
    .string()
    .regex(/^(-1|\d+)$/)
    .describe(
      'Give it back as `If-Match: "<revision>"`; -1 where there was nothing to do, and nothing has been done yet.',
    ),
  position: z.string().regex(/^\d+$/).describe('Ask with `?after=<position>` to read what you wrote.'),
});

/**
 * Browsers show a file in their own viewer, which is an object of the page with its own styles; scripts remain
 * forbidden.
 */
const POLICY_OF_FILES =
  "default-src 'none';object-src 'self';style-src 'unsafe-inline';base-uri 'none';form-action 'none';frame-ancestors 'none'";

/** An answer that does not match its schema: a fault of the program, not of the request. */
export class WrongAnswer extends Error {}

/** Waits for `?after=`, then validates the controller's result by the route's schema and sets its `ETag`. */
@Injectable()
export class AnswerInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly freshness: Freshness,
    @Inject(HTTP_OPTIONS) private readonly options: HttpOptions,
    @Inject(LOG) private readonly log: Log,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const route = this.reflector.get<RouteMeta>(ROUTE, context.getHandler());
    const http = context.switchToHttp();
    const { after, requestId, asker } = http.getRequest<AskedRequest>();
    if (after !== undefined) {
      const seen = await this.freshness.seen(after, this.options.freshWithinMs, asker?.tenant);
      if (seen === 'late') throw new ProblemError('not-yet-visible', { 'Retry-After': '2' });
      if (seen === 'halted') throw new ProblemError('halted', { 'Retry-After': '60' });
    }
    if ('file' in route && route.file !== undefined)
      http.getResponse<Response>().setHeader('Content-Security-Policy', POLICY_OF_FILES);
    return next.handle().pipe(
      map((given: unknown) => {
        if (typeof given === 'object' && given !== null && isRefused(given)) throw new RefusedError(given);
        const answer = this.checked(route, given, requestId);
        tagRevision(http.getResponse<Response>(), answer);
        return answer;
      }),
    );
  }

  private checked(route: RouteMeta, given: unknown, requestId: string): unknown {
    const schema = route.answer ?? (route.kind === 'command' ? AcceptedAnswer : undefined);
    if (!schema) return given;
    const answer = checkedAnswer(schema, schema === AcceptedAnswer ? asText(given as Accepted) : given);
    if ('value' in answer) return answer.value;
    this.log.error(
      { requestId, fields: answer.wrong.map(({ at, issue }) => `${at}: ${issue.code}`) },
      'an answer is not of the shape it promises',
    );
    throw new WrongAnswer();
  }
}

const asText = ({ id, revision, position }: Accepted) => ({
  id,
  revision: String(revision),
  position: String(position),
});

function tagRevision(response: Response, answer: unknown): void {
  if (typeof answer !== 'object' || answer === null || !('revision' in answer)) return;
  if (/^\d+$/.test(String(answer.revision))) response.setHeader('ETag', `"${String(answer.revision)}"`);
}
