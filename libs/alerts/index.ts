import type { Context } from '#platform/composition';
import { AlertsModule } from './alerts.module.js';
import { Alerts1795305600550 } from './read-models/alerts.migration.js';
import { WatchedActionRow } from './read-models/watched-action/watched-action.entity.js';
import { watchedAction } from './read-models/watched-action/watched-action.projection.js';
import { WatchedMeetingRow } from './read-models/watched-meeting/watched-meeting.entity.js';
import { watchedMeeting } from './read-models/watched-meeting/watched-meeting.projection.js';
import { WatchedMonthRow } from './read-models/watched-month/watched-month.entity.js';
import { watchedMonth } from './read-models/watched-month/watched-month.projection.js';

/** What is late, missed or left behind: derived from what other contexts' events say, and the clock. Has no events of its own. */
export const alertsContext: Context = {
  name: 'alerts',
  events: [],
  streams: [],
  readModels: [watchedAction, watchedMeeting, watchedMonth],
  policies: [],
  entities: [WatchedActionRow, WatchedMeetingRow, WatchedMonthRow],
  migrations: [Alerts1795305600550],
  refusals: [],
  subjects: [],
  module: AlertsModule,
};
