import type { Context } from '#platform/composition';
import { AlertsModule, needs, streams } from './alerts.module.js';
import { followUpEvents } from './contract/index.js';
import { followUpRefusals } from './domain/follow-up/follow-up.refusals.js';
import { Alerts1795305600550 } from './read-models/alerts.migration.js';
import { FollowUp1795305600560 } from './read-models/follow-up.migration.js';
import { LostProtocol1795305602001 } from './read-models/watched-meeting/lost-protocol.migration.js';
import { PlannedMeetingRow } from './read-models/planned-meeting/planned-meeting.entity.js';
import { plannedMeeting } from './read-models/planned-meeting/planned-meeting.projection.js';
import { UnitHistoryRow } from './read-models/unit-history/unit-history.entity.js';
import { unitHistory } from './read-models/unit-history/unit-history.projection.js';
import { HandedOver1795305602550 } from './read-models/watched-action/handed-over.migration.js';
import { WatchedActionRow } from './read-models/watched-action/watched-action.entity.js';
import { watchedAction } from './read-models/watched-action/watched-action.projection.js';
import { WatchedMeetingRow } from './read-models/watched-meeting/watched-meeting.entity.js';
import { watchedMeeting } from './read-models/watched-meeting/watched-meeting.projection.js';
import { WatchedMonthRow } from './read-models/watched-month/watched-month.entity.js';
import { watchedMonth } from './read-models/watched-month/watched-month.projection.js';

/** Late, missed or orphaned items, derived from other contexts' events and the clock, and their follow-up. */
export const alertsContext: Context = {
  name: 'alerts',
  events: [followUpEvents],
  streams,
  readModels: [watchedAction, watchedMeeting, watchedMonth, plannedMeeting, unitHistory],
  policies: [],
  entities: [WatchedActionRow, WatchedMeetingRow, WatchedMonthRow, PlannedMeetingRow, UnitHistoryRow],
  migrations: [Alerts1795305600550, FollowUp1795305600560, LostProtocol1795305602001, HandedOver1795305602550],
  refusals: [followUpRefusals],
  subjects: [],
  needs,
  provides: [],
  module: AlertsModule,
};
