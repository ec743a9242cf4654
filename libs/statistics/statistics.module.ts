import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { ActionRecords } from '#actions/contract';
import { DigestRecords } from '#digests/contract';
import { MeetingRecords } from '#meetings/contract';
import { Directory } from '#registry/contract';
import { FactsReader } from './facts/facts-reader.js';
import { FinalFigures } from './facts/final-figures-reader.js';
import { PublicationMaker } from './facts/publication-maker.js';
import { SeriesHistory } from './facts/series-history.js';
import { PublicationReader } from './read-models/publications/publications.query.js';
import { PublicationStreams } from './streams/publication.streams.js';
import { RecordedHistory } from './features/supervision-package/recorded-history.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

export const streams = [PublicationStreams];
/** Contract classes of other contexts that this one injects. */
export const needs = [Directory, MeetingRecords, ActionRecords, DigestRecords];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [
    ...handlersIn(features, readModels),
    ...streams,
    FactsReader,
    FinalFigures,
    SeriesHistory,
    PublicationMaker,
    PublicationReader,
    RecordedHistory,
  ],
})
export class StatisticsModule {}
