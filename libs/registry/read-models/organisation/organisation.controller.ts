import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { OrganisationAnswer } from './organisation.dto.js';
import { ReadOrganisation } from './organisation.query.js';

@Controller('organisation')
export class OrganisationController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'registry.read',
    summary: 'The organisation as a tree: areas with units, service units with services, and the people of each today.',
    answer: OrganisationAnswer,
  })
  read(@Asked() asker: Asker) {
    return this.queries.execute(new ReadOrganisation(asker));
  }
}
