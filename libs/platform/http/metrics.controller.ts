import { Controller, Get, Req, Res } from '@nestjs/common';
import type { Request, Response } from 'express';
import { Metrics } from '#platform/observability';
import { ProblemError } from './problem.js';
import { PublicRoute } from './routes.js';

/** For Prometheus, straight to this process: what comes through a proxy is from outside and gets nothing (ADR 0064). */
@Controller('metrics')
export class MetricsController {
  constructor(private readonly metrics: Metrics) {}

  @Get()
  @PublicRoute({ summary: 'Figures for Prometheus, without personal data; not through a proxy.' })
  async read(@Req() request: Request, @Res({ passthrough: true }) response: Response) {
    if (request.get('x-forwarded-for') !== undefined || request.get('forwarded') !== undefined)
      throw new ProblemError('not-found');
    const { text, type } = await this.metrics.text();
    response.setHeader('Content-Type', type);
    return text;
  }
}
