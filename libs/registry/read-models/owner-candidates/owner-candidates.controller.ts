import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { UnitId } from '#platform/kernel';
import { CandidateFilter, OwnerCandidates } from './owner-candidates.dto.js';
import { ListOwnerCandidates } from './owner-candidates.query.js';

@Controller('units')
export class OwnerCandidatesController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: ':unitId/owner-candidates',
    right: 'registry.read',
    summary: 'Who can be given an action at this unit: those nearest first; with a text, everyone in the municipality.',
    answer: OwnerCandidates,
  })
  list(
    @Param('unitId', { schema: UnitId }) unitId: UnitId,
    @Query({ schema: CandidateFilter }) filter: CandidateFilter,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new ListOwnerCandidates(asker, unitId, filter));
  }
}
