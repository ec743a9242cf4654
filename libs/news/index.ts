import type { Context } from '#platform/composition';
import { newsEvents } from './contract/index.js';
import { newsRefusals } from './domain/news/news.refusals.js';
import { NewsModule, needs, provides, streams } from './news.module.js';
import { HeldRoleRow } from './read-models/held-role/held-role.entity.js';
import { heldRole } from './read-models/held-role/held-role.projection.js';
import { MeetingHistoryRow } from './read-models/meeting-history/meeting-history.entity.js';
import { meetingHistory } from './read-models/meeting-history/meeting-history.projection.js';
import { News1795305600700 } from './read-models/news.migration.js';
import { PlanHistoryRow } from './read-models/plan-history/plan-history.entity.js';
import { planHistory } from './read-models/plan-history/plan-history.projection.js';
import { SeenNewsRow } from './read-models/seen-news/seen-news.entity.js';
import { seenNews } from './read-models/seen-news/seen-news.projection.js';
import { ServiceLeadRow } from './read-models/service-lead/service-lead.entity.js';
import { serviceLead } from './read-models/service-lead/service-lead.projection.js';
import { UnitTableRow } from './read-models/unit-table/unit-table.entity.js';
import { unitTable } from './read-models/unit-table/unit-table.projection.js';

/** News of the meeting plan for each person concerned, once, until they confirm it. */
export const newsContext: Context = {
  name: 'news',
  events: [newsEvents],
  streams,
  readModels: [meetingHistory, planHistory, heldRole, unitTable, serviceLead, seenNews],
  policies: [],
  entities: [MeetingHistoryRow, PlanHistoryRow, HeldRoleRow, UnitTableRow, ServiceLeadRow, SeenNewsRow],
  migrations: [News1795305600700],
  refusals: [newsRefusals],
  subjects: [],
  needs,
  provides,
  module: NewsModule,
};
