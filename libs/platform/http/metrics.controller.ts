import { Controller, Get, Inject, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Metrics } from '#platform/observability';
import { isForwarded } from './forwarded.js';
import { HTTP_OPTIONS, type HttpOptions } from './http-options.js';
import { ProblemError } from './problem.js';
import { PublicRoute } from './routes.js';

/** For Prometheus, directly at this process: a request through a proxy comes from outside and gets 404 (ADR 0064). */
@Controller('metrics')
export class MetricsController {
  constructor(
    private readonly metrics: Metrics,
    @Inject(HTTP_OPTIONS) private readonly options: HttpOptions,
  ) {}

  @Get()
  @PublicRoute({
    limit: 'none',
    summary: 'Figures for Prometheus, without personal data; not through a proxy.',
    problems: ['not-found'],
  })
  async read(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    if (isForwarded(request, this.options.origin)) throw new ProblemError('not-found');
    const { text, type } = await this.metrics.text();
    response.setHeader('Content-Type', type);
    return text;
  }
}
