import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, Paging, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ServiceUnitPage } from './service-unit-register.dto.js';
import { ListServiceUnits } from './service-unit-register.query.js';

@Controller('service-units')
export class ServiceUnitRegisterController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'registry.read',
    summary: 'Units that lead support services, by name.',
    answer: ServiceUnitPage,
  })
  list(@Query({ schema: Paging }) paging: Paging, @Asked() asker: Asker) {
    return this.queries.execute(new ListServiceUnits(asker.tenant, paging));
  }
}
