import type { Context } from '#platform/composition';
import { AlertsModule, needs, provides, streams } from './alerts.module.js';
import { alertStepsEvents, followUpEvents } from './contract/index.js';
import { followUpRefusals } from './domain/follow-up/follow-up.refusals.js';
import { alertStepsRefusals } from './domain/alert-steps/alert-steps.refusals.js';
import { AlertStepsRow } from './read-models/alert-steps/alert-steps.entity.js';
import { AlertSteps1796200000001 } from './read-models/alert-steps/alert-steps.migration.js';
import { alertSteps } from './read-models/alert-steps/alert-steps.projection.js';
import { Alerts1795305600550 } from './read-models/alerts.migration.js';
import { FollowUp1795305600560 } from './read-models/follow-up.migration.js';
import { LostProtocol1795305602001 } from './read-models/watched-meeting/lost-protocol.migration.js';
import { PlannedMeetingRow } from './read-models/planned-meeting/planned-meeting.entity.js';
import { plannedMeeting } from './read-models/planned-meeting/planned-meeting.projection.js';
import { UnitHistoryRow } from './read-models/unit-history/unit-history.entity.js';
import { unitHistory } from './read-models/unit-history/unit-history.projection.js';
import { HandedOver1795305602550 } from './read-models/watched-action/handed-over.migration.js';
import { MoreTimeAsked1796300001001 } from './read-models/watched-action/more-time-asked.migration.js';
import { WatchedActionRow } from './read-models/watched-action/watched-action.entity.js';
import { watchedAction } from './read-models/watched-action/watched-action.projection.js';
import { WatchedMeetingRow } from './read-models/watched-meeting/watched-meeting.entity.js';
import { watchedMeeting } from './read-models/watched-meeting/watched-meeting.projection.js';
import { AlertSubjects } from './streams/alert-steps.subjects.js';
import { WatchedMonthRow } from './read-models/watched-month/watched-month.entity.js';
import { watchedMonth } from './read-models/watched-month/watched-month.projection.js';

export { ReadCoordinatorStart } from './read-models/start/coordinator-start.query.js';

/** Late, missed or orphaned items, derived from other contexts' events and the clock, and their follow-up. */
export const alertsContext: Context = {
  name: 'alerts',
  events: [followUpEvents, alertStepsEvents],
  streams,
  readModels: [watchedAction, watchedMeeting, watchedMonth, plannedMeeting, unitHistory, alertSteps],
  policies: [],
  entities: [WatchedActionRow, WatchedMeetingRow, WatchedMonthRow, PlannedMeetingRow, UnitHistoryRow, AlertStepsRow],
  migrations: [
    Alerts1795305600550,
    FollowUp1795305600560,
    LostProtocol1795305602001,
    HandedOver1795305602550,
    AlertSteps1796200000001,
    MoreTimeAsked1796300001001,
  ],
  refusals: [followUpRefusals, alertStepsRefusals],
  subjects: [AlertSubjects],
  needs,
  provides,
  module: AlertsModule,
};
