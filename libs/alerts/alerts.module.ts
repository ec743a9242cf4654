import { Module } from '@nestjs/common';
import { AlertFactsOfDay } from './read-models/alerts/alert-facts.js';
import { AlertsController } from './read-models/alerts/alerts.controller.js';
import { ListAlertsHandler } from './read-models/alerts/alerts.query.js';
import { OrphansController } from './read-models/orphans/orphans.controller.js';
import { ListOrphansHandler } from './read-models/orphans/orphans.query.js';

@Module({
  controllers: [AlertsController, OrphansController],
  providers: [AlertFactsOfDay, ListAlertsHandler, ListOrphansHandler],
})
export class AlertsModule {}
