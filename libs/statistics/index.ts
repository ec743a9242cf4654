import type { Context } from '#platform/composition';
import { ActionFactRow } from './facts/action-fact.js';
import { StatisticsFacts1796100000001 } from './facts/facts.migration.js';
import { MeetingFactRow } from './facts/meeting-fact.js';
import { factModels, MomentRow, moments } from './facts/moment.js';
import { MunicipalityFactRow } from './facts/municipality-fact.js';
import { PersonFactRow } from './facts/person-fact.js';
import { ServiceFactRow } from './facts/service-fact.js';
import { UnitFactRow } from './facts/unit-fact.js';
import { StatisticsModule } from './statistics.module.js';
import { statisticsRefusals } from './statistics.refusals.js';

/** The coordinator's statistics: indicators over facts that keep their history (R5, R6, R10, R13). */
export const statisticsContext: Context = {
  name: 'statistics',
  events: [],
  streams: [],
  readModels: [...factModels, moments],
  policies: [],
  entities: [MunicipalityFactRow, UnitFactRow, ServiceFactRow, PersonFactRow, MeetingFactRow, ActionFactRow, MomentRow],
  migrations: [StatisticsFacts1796100000001],
  refusals: [statisticsRefusals],
  subjects: [],
  needs: [],
  provides: [],
  module: StatisticsModule,
};
