import { Controller, Req, Res } from '@nestjs/common';
import type { Response } from 'express';
import { LiveRoute, type AskedRequest } from '#platform/http';
import { Changed, Ready } from './live.dto.js';
import { LiveUpdates } from './live-updates.js';

@Controller('live')
export class LiveController {
  constructor(private readonly updates: LiveUpdates) {}

  @LiveRoute({
    summary: 'What changes in the municipality, as server-sent events: read anew what you show of it.',
    events: { ready: Ready, changed: Changed },
  })
  async follow(@Req() request: AskedRequest, @Res() response: Response) {
    await this.updates.begin(request, response);
  }
}
