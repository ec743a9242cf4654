import { Controller } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { MunicipalityAnswer } from './municipality.dto.js';
import { GetMunicipality } from './municipality.query.js';

@Controller('municipality')
export class MunicipalityController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'registry.read',
    summary: 'One’s own municipality with its settings and school calendars.',
    answer: MunicipalityAnswer,
  })
  one(@Asked() asker: Asker) {
    return this.queries.execute(new GetMunicipality(asker.tenant, asker.today));
  }
}
