import { Body, Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, CommandRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { LadderPreview, LadderPreviewBody } from './ladder-preview.dto.js';
import { PreviewLadder } from './ladder-preview.query.js';

@Controller('alerts')
export class LadderPreviewController {
  constructor(private readonly queries: QueryBus) {}

  // A query with a body: the steps to try are too long for an address.
  @CommandRoute({
    path: 'ladder-preview',
    right: 'follow-up.read',
    answer: LadderPreview,
    summary: 'Whom other steps would have told in the last month that is over. Nothing is sent or kept.',
  })
  preview(@Body({ schema: LadderPreviewBody }) body: LadderPreviewBody, @Asked() asker: Asker) {
    return this.queries.execute(new PreviewLadder(body.ladder, asker));
  }
}
