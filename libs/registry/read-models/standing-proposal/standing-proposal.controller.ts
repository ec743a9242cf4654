import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { StandingProposal } from './standing-proposal.dto.js';
import { ProposeStandingParticipants } from './standing-proposal.query.js';

@Controller('standing-participants')
export class StandingProposalController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: 'proposal',
    right: 'registry.manage',
    summary: 'Standing participants proposed for every unit that has none, with the reasons.',
    answer: StandingProposal,
  })
  propose(@Asked() asker: Asker) {
    return this.queries.execute(new ProposeStandingParticipants(asker));
  }
}
