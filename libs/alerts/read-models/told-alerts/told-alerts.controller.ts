import { Controller, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Asked, QueryRoute } from '#platform/http';
import type { Asker } from '#platform/identity';
import { ToldAlertPage, ToldAlertsQuery } from './told-alerts.dto.js';
import { ListToldAlerts } from './told-alerts.query.js';

@Controller('alerts')
export class ToldAlertsController {
  constructor(private readonly queries: QueryBus) {}

  @QueryRoute({
    path: 'told',
    right: 'alerts.read',
    answer: ToldAlertPage,
    summary: 'Alerts that were told by mail and are not solved, with step, history and what you may do about them.',
  })
  list(@Query({ schema: ToldAlertsQuery }) query: ToldAlertsQuery, @Asked() asker: Asker) {
    return this.queries.execute(new ListToldAlerts(query, asker));
  }
}
