import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, Paging, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ServicePage } from './service-register.dto.js';
import { ListServices } from './service-register.query.js';

@Controller('services')
export class ServiceRegisterController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({ right: 'registry.read', summary: 'Support services, by name.', answer: ServicePage })
  list(@Query({ schema: Paging }) paging: Paging, @Asked() asker: Asker) {
    return this.queries.execute(new ListServices(asker.tenant, paging));
  }
}
