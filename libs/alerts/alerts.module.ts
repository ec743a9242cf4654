import { Module } from '@nestjs/common';
import { NoteCallController } from './features/note-call/note-call.controller.js';
import { NoteCallHandler } from './features/note-call/note-call.handler.js';
import { RemindUnitController } from './features/remind-unit/remind-unit.controller.js';
import { RemindUnitHandler } from './features/remind-unit/remind-unit.handler.js';
import { AlertFactsOfDay } from './read-models/alerts/alert-facts.js';
import { AlertsController } from './read-models/alerts/alerts.controller.js';
import { ListAlertsHandler } from './read-models/alerts/alerts.query.js';
import { FollowUpController, UnitFollowUpController } from './read-models/follow-up/follow-up.controller.js';
import { ListUnitsToCallHandler, ReadUnitFollowUpHandler } from './read-models/follow-up/follow-up.query.js';
import { UnitsToCall } from './read-models/follow-up/units-to-call.js';
import { OrphansController } from './read-models/orphans/orphans.controller.js';
import { ListOrphansHandler } from './read-models/orphans/orphans.query.js';
import { RemindersController } from './read-models/reminders/reminders.controller.js';
import { ListRemindersHandler } from './read-models/reminders/reminders.query.js';
import { ServiceNeedsController } from './read-models/service-needs/service-needs.controller.js';
import { ReadServiceNeedsHandler } from './read-models/service-needs/service-needs.query.js';
import { CoordinatorStartController } from './read-models/start/coordinator-start.controller.js';
import { ReadCoordinatorStartHandler } from './read-models/start/coordinator-start.query.js';
import { MonthsSoFar } from './read-models/start/months-so-far.js';
import { UnitContacts } from './read-models/unit-history/unit-contacts.js';
import { FollowUpStreams } from './streams/follow-up.streams.js';

export const streams = [FollowUpStreams];

@Module({
  controllers: [
    RemindUnitController,
    NoteCallController,
    AlertsController,
    OrphansController,
    FollowUpController,
    UnitFollowUpController,
    RemindersController,
    CoordinatorStartController,
    ServiceNeedsController,
  ],
  providers: [
    ...streams,
    AlertFactsOfDay,
    UnitContacts,
    UnitsToCall,
    MonthsSoFar,
    RemindUnitHandler,
    NoteCallHandler,
    ListAlertsHandler,
    ListOrphansHandler,
    ListUnitsToCallHandler,
    ReadUnitFollowUpHandler,
    ListRemindersHandler,
    ReadCoordinatorStartHandler,
    ReadServiceNeedsHandler,
  ],
  exports: [...streams],
})
export class AlertsModule {}
