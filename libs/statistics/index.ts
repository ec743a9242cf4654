import type { Context } from '#platform/composition';
import { ActionFactRow } from './facts/action-fact.js';
import { AlertFactRow } from './facts/alert-fact.js';
import { AlertFacts1796300000110 } from './facts/alert-facts.migration.js';
import { FactsAsText1796300011002 } from './facts/facts-as-text.migration.js';
import { FactsModule, provides } from './facts/facts.module.js';
import { StatisticsFacts1796100000001 } from './facts/facts.migration.js';
import { LeanFacts1796100000003 } from './facts/lean-facts.migration.js';
import { MeetingFactRow } from './facts/meeting-fact.js';
import { factModels, MomentRow, moments } from './facts/moment.js';
import { MunicipalityFactRow } from './facts/municipality-fact.js';
import { PersonFactRow } from './facts/person-fact.js';
import { ServiceFactRow } from './facts/service-fact.js';
import { UnitFactRow } from './facts/unit-fact.js';
import { publicationEvents } from './contract/index.js';
import { publicationRefusals } from './domain/publication/publication.refusals.js';
import { PublicationRow } from './read-models/publications/publication.entity.js';
import { Publications1796100000002 } from './read-models/publications/publication.migration.js';
import { publications } from './read-models/publications/publication.projection.js';
import { needs, StatisticsModule, streams } from './statistics.module.js';
import { statisticsRefusals } from './statistics.refusals.js';

export { ExplainFigure, ReadFigures } from './read-models/figures/figures.query.js';
export { publicationDifferences, type PublicationDifference } from './facts/publication-check.js';

/** Facts that keep their history, and the figures that other contexts make of them (ADR 0314). */
export const factsContext: Context = {
  name: 'facts',
  events: [],
  streams: [],
  readModels: [...factModels, moments],
  policies: [],
  entities: [
    MunicipalityFactRow,
    UnitFactRow,
    ServiceFactRow,
    PersonFactRow,
    MeetingFactRow,
    ActionFactRow,
    AlertFactRow,
    MomentRow,
  ],
  migrations: [StatisticsFacts1796100000001, LeanFacts1796100000003, AlertFacts1796300000110, FactsAsText1796300011002],
  refusals: [],
  subjects: [],
  needs: [],
  provides,
  module: FactsModule,
};

/** The coordinator's statistics: indicators over these facts (R5, R6, R10, R13). */
export const statisticsContext: Context = {
  name: 'statistics',
  events: [publicationEvents],
  streams,
  readModels: [publications],
  policies: [],
  entities: [PublicationRow],
  migrations: [Publications1796100000002],
  refusals: [statisticsRefusals, publicationRefusals],
  subjects: [],
  needs,
  provides: [],
  module: StatisticsModule,
};
