import { Controller, Param } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ServiceId, ServiceUnitId, UnitId } from '#platform/kernel';
import { ClosureHistory } from './closure-history.dto.js';
import { ReadClosureHistory } from './closure-history.query.js';

const route = (path: string) =>
  ({
    path,
    right: 'registry.read',
    summary: 'How its closures were announced, changed and withdrawn, oldest first.',
    answer: ClosureHistory,
  }) as const;

@Controller()
export class ClosureHistoryController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute(route('units/:unitId/closure-history'))
  ofUnit(@Param('unitId', { schema: UnitId }) unitId: UnitId, @Asked() { tenant }: Asker) {
    return this.queries.execute(new ReadClosureHistory(tenant, `unit-${unitId}`));
  }

  @QueryRoute(route('services/:serviceId/closure-history'))
  ofService(@Param('serviceId', { schema: ServiceId }) serviceId: ServiceId, @Asked() { tenant }: Asker) {
    return this.queries.execute(new ReadClosureHistory(tenant, `service-${serviceId}`));
  }

  @QueryRoute(route('service-units/:serviceUnitId/closure-history'))
  ofServiceUnit(
    @Param('serviceUnitId', { schema: ServiceUnitId }) serviceUnitId: ServiceUnitId,
    @Asked() { tenant }: Asker,
  ) {
    return this.queries.execute(new ReadClosureHistory(tenant, `serviceunit-${serviceUnitId}`));
  }
}
