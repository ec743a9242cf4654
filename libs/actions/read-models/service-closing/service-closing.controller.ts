import { Controller, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ServiceId, ServiceUnitId } from '#platform/kernel';
import { LastServiceDay, ServiceClosing } from './service-closing.dto.js';
import { PreviewServiceClosing } from './service-closing.query.js';

@Controller()
export class ServiceClosingController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: 'services/:serviceId/closing',
    right: 'registry.manage',
    summary: 'What closing a support service after a day leaves behind: open actions, roles, and units that have it.',
    answer: ServiceClosing,
  })
  service(
    @Param('serviceId', { schema: ServiceId }) serviceId: ServiceId,
    @Query({ schema: LastServiceDay }) { on }: LastServiceDay,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new PreviewServiceClosing(serviceId, on ?? asker.today, asker));
  }

  @QueryRoute({
    path: 'service-units/:serviceUnitId/closing',
    right: 'registry.manage',
    summary: 'What closing a service unit after a day leaves behind: open actions, roles, and services that it leads.',
    answer: ServiceClosing,
  })
  serviceUnit(
    @Param('serviceUnitId', { schema: ServiceUnitId }) serviceUnitId: ServiceUnitId,
    @Query({ schema: LastServiceDay }) { on }: LastServiceDay,
    @Asked() asker: Asker,
  ) {
    return this.queries.execute(new PreviewServiceClosing(serviceUnitId, on ?? asker.today, asker));
  }
}
