import { Catch, HttpException, Inject, Injectable, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { outageOf, type Outage } from '#platform/database';
import type { Language } from '#platform/identity';
import { faultEntry, LOG, SavingHealth, type Log } from '#platform/observability';
import { StreamBusy } from '#platform/streams';
import { sentenceOf } from './issue-sentences.js';
import { languageOf } from './language.js';
import { PROBLEM_TYPE, ProblemError, RefusedError, WrongFieldsError, type Problem } from './problem.js';
import { PROBLEMS, type ProblemName } from './problem-texts.js';
import { RefusalCatalog } from './refusal-catalog.js';
import type { AskedRequest } from './request.js';

interface Found {
  readonly name: ProblemName;
  readonly broken?: Problem['broken'];
  readonly headers?: Readonly<Record<string, string>>;
  readonly values?: Readonly<Record<string, string>>;
  readonly beside?: Readonly<Record<string, unknown>>;
}

/** Turns every error into a problem in the asker's language, without internal details. */
@Catch()
@Injectable()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly refusals: RefusalCatalog,
    private readonly saving: SavingHealth,
    @Inject(LOG) private readonly log: Log,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const request = http.getRequest<AskedRequest>();
    const response = http.getResponse<Response>();
    const language = request.language ?? languageOf(request) ?? 'nb';
    const { name, broken, headers, values, beside } = this.problemOf(error, request.requestId, language);
    // An answer that has begun cannot be changed: the connection is cut, so that a partial answer is not taken for a
    // complete one.
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const { status, title, detail } = PROBLEMS[name];
    const problem: Problem = {
      type: `urn:samspill:problem:${name}`,
      title: title[language],
      status,
      detail: broken?.length === 1 ? broken[0]!.detail : filled(detail[language], values),
      instance: `urn:uuid:${request.requestId}`,
      ...(broken && { broken }),
    };
    response.status(status).set(headers ?? {});
    response
      .set('Content-Language', language)
      .type(PROBLEM_TYPE)
      .send(JSON.stringify({ ...beside, ...problem }));
  }

  private problemOf(error: unknown, requestId: string, language: Language): Found {
    if (error instanceof ProblemError) return { name: error.problem, headers: error.headers, values: error.values };
    if (error instanceof RefusedError) return this.refused(error, requestId, language);
    if (error instanceof WrongFieldsError)
      return {
        name: 'invalid-request',
        broken: error.fields.map(({ at, issue }) => ({
          rule: issue.code.toUpperCase(),
          at,
          detail: sentenceOf(issue, language),
        })),
      };
    const name = ofFramework(error);
    if (name) return { name };
    if (error instanceof StreamBusy) return { name: 'busy', headers: { 'Retry-After': '1' } };
    const outage = outageOf(error);
    if (outage) {
      this.log.warn({ requestId, outage, fault: faultEntry(error) }, 'the database could not do its work');
      if (outage === 'cannot-save') this.saving.failed();
      return { name: PROBLEM_OF[outage], headers: { 'Retry-After': '5' } };
    }
    return this.fault(error, requestId);
  }

  private refused({ refusal, beside }: RefusedError, requestId: string, language: Language): Found {
    try {
      return { name: this.refusals.problemOf(refusal), broken: this.refusals.brokenOf(refusal, language), beside };
    } catch (fault) {
      return this.fault(fault, requestId);
    }
  }

  private fault(error: unknown, requestId: string): Found {
    this.log.error({ requestId, fault: faultEntry(error) }, 'a request ended in a fault');
    return { name: 'fault' };
  }
}

const filled = (text: string, values: Readonly<Record<string, string>> = {}): string =>
  text.replaceAll(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '');

const PROBLEM_OF: Readonly<Record<Outage, ProblemName>> = { away: 'unavailable', 'cannot-save': 'cannot-save' };

const BY_STATUS: Readonly<Record<number, ProblemName>> = {
  400: 'malformed-json',
  404: 'not-found',
  405: 'not-found',
  413: 'too-large',
  415: 'unsupported-media-type',
};

/** Errors of Nest and the body parser before a route is reached: no such route, invalid JSON, body too large. */
function ofFramework(error: unknown): ProblemName | undefined {
  if (error instanceof HttpException) return BY_STATUS[error.getStatus()];
  if (!(error instanceof Error)) return undefined;
  const { status, expose } = error as Error & { status?: unknown; expose?: unknown };
  return typeof status === 'number' && expose === true ? (BY_STATUS[status] ?? 'invalid-request') : undefined;
}
