import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import type { z } from 'zod';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { UnitId } from '#platform/kernel';
import { ClosingPreview, LastDay } from './closing-preview.dto.js';
import { PreviewClosing } from './closing-preview.query.js';

@Controller('units')
export class ClosingPreviewController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: ':unitId/closing',
    right: 'registry.manage',
    summary: 'What closing a unit after a day leaves behind: meetings, open actions, roles, and units that meet there.',
    answer: ClosingPreview,
  })
  handle(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Query({ schema: LastDay }) { on }: z.infer<typeof LastDay>,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new PreviewClosing(unitId, on ?? asker.today, asker));
  }
}
