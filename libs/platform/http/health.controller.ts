import { Controller, Get, Inject, Res } from '@nestjs/common';
import type { Response } from 'express';
import { z } from 'zod';
import { healthOf, type HealthPart } from '#platform/observability';
import { PublicRoute } from './routes.js';

export const HEALTH_PARTS = Symbol('HealthParts');

const Live = z.object({ status: z.literal('live') });
const Ready = z.object({
  status: z.enum(['ready', 'not-ready']),
  parts: z.array(z.object({ part: z.string(), ready: z.boolean(), reason: z.string().optional() })),
});

/** Health checks for the tools that start, monitor and replace processes. */
@Controller('health')
export class HealthController {
  constructor(@Inject(HEALTH_PARTS) private readonly parts: readonly HealthPart[]) {}

  @Get('live')
  @PublicRoute({
    summary: 'This process is alive; start another where it does not answer.',
    answer: Live,
    limit: 'none',
  })
  live() {
    return { status: 'live' };
  }

  @Get('ready')
  @PublicRoute({
    limit: 'none',
    summary: 'This process can take requests (200), or which part of it cannot yet (503).',
    answer: Ready,
  })
  async ready(@Res({ passthrough: true }) response: Response) {
    const parts = await healthOf(this.parts);
    const ready = parts.every((part) => part.ready);
    if (!ready) response.status(503).setHeader('Retry-After', '2');
    return { status: ready ? 'ready' : 'not-ready', parts };
  }
}
