import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { AlertPage, AlertsQuery } from './alerts.dto.js';
import { ListAlerts } from './alerts.query.js';

@Controller('alerts')
export class AlertsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    right: 'alerts.read',
    answer: AlertPage,
    summary: 'What is late, missed or left behind today, the gravest and oldest first.',
  })
  list(@Query({ schema: AlertsQuery }) query: AlertsQuery, @Asked() asker: Asker) {
    return this.queries.execute(new ListAlerts(query, asker));
  }
}
