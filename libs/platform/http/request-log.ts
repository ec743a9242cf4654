import { randomUUID } from 'node:crypto';
import type { NextFunction, Response } from 'express';
import type { Log, Metrics } from '#platform/observability';
import { languageOf } from './language.js';
import type { AskedRequest } from './request.js';

/** UUIDs only, so that the header cannot put other text into the log and the events' metadata. */
const REQUEST_ID = /^[0-9a-f]{8}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{4}-?[0-9a-f]{12}$/i;
const QUIET = new Set(['/health/live', '/health/ready', '/metrics']);

/**
 * Gives the request an id and a language, and logs one line when it is answered: method, route pattern, status, time.
 * Never the URL, which contains ids of people and search terms.
 */
export const requestLog =
  (log: Log, metrics: Metrics) =>
  (request: AskedRequest, response: Response, next: NextFunction): void => {
    const given = request.get('x-request-id');
    request.requestId = given !== undefined && REQUEST_ID.test(given) ? given.toLowerCase() : randomUUID();
    request.language = languageOf(request);
    response.setHeader('X-Request-Id', request.requestId);
    const began = process.hrtime.bigint();
    response.once('close', () => {
      const seconds = Number(process.hrtime.bigint() - began) / 1e9;
      const route = patternOf(request);
      const { requestId, method } = request;
      const streamed = isStream(response);
      // A stream is open for hours: its duration says nothing about response times.
      if (!streamed) metrics.answered(method, route, response.statusCode, seconds);
      const line = { requestId, method, route, status: response.statusCode, ms: Math.round(seconds * 1e4) / 10 };
      const cut = !response.writableFinished;
      if (streamed) log.debug(line, 'stream over');
      else if (cut) log.warn(line, 'cut off');
      else log[QUIET.has(route) ? 'debug' : 'info'](line, 'answered');
    });
    next();
  };

/** `/api/meetings/:meetingId`, or `unknown` if no route matched. */
const patternOf = (request: AskedRequest): string => {
  const path: unknown = (request.route as { path?: unknown } | undefined)?.path;
  return typeof path === 'string' ? path : 'unknown';
};

const isStream = (response: Response): boolean =>
  String(response.getHeader('Content-Type')).startsWith('text/event-stream');
