import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { OwnerAnswers } from '#actions/contract';
import { AlertLadder, RemindedCauses } from '#alerts/contract';
import { WaitingAgreements } from '#meetings/contract';
import { MeetingNews } from '#news/contract';
import { Directory } from '#registry/contract';
import { WaitingSignIns } from '#sign-in/contract';
import { EarlyIntervention, FactsInTransaction } from '#statistics/contract';
import { DigestRecords } from './contract/index.js';
import { PreferencesReader } from './read-models/chosen-preferences/preferences-reader.js';
import { DigestsReader } from './read-models/made-digest/digests-reader.js';
import { DigestMails } from './read-models/own-mail/digest-mails.js';
import { KeptDigestRecords } from './read-models/made-digest/kept-digest-records.js';
import { AtOnceReader } from './read-models/sent-at-once/at-once-reader.js';
import { AnswerLinks } from './sending/answer-links.js';
import { AtOnceComposer } from './sending/at-once-composer.js';
import { AtOnceTask } from './sending/at-once-task.js';
import { AwaitedDecisions } from './sending/awaited-decisions.js';
import { DailyComposer } from './sending/daily-composer.js';
import { DigestComposer } from './sending/digest-composer.js';
import { DigestFactory } from './sending/digest-factory.js';
import { Housekeeping } from './sending/housekeeping.js';
import { KeptDigests } from './sending/kept-digests.js';
import { LinkLanguage } from './sending/link-language.js';
import { MailReceivers } from './sending/mail-receivers.js';
import { MorningRound } from './sending/morning-round.js';
import { UncomposedMorningMails } from './sending/uncomposed-morning-mails.js';
import { StopLinks } from './sending/stop-links.js';
import { ToldByMail } from './sending/told-by-mail.js';
import { UntoldNews } from './sending/untold-news.js';
import { DigestStreams } from './streams/digest.streams.js';
import { PreferencesStreams } from './streams/preferences.streams.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

export const streams = [DigestStreams, PreferencesStreams];
/** Contract classes of other contexts that this one injects. */
export const needs = [
  ...[Directory, OwnerAnswers, AlertLadder, RemindedCauses, MeetingNews],
  ...[FactsInTransaction, EarlyIntervention, WaitingAgreements, WaitingSignIns],
];
/** Contract classes that other contexts may inject. */
export const provides = [DigestRecords];
/** In this order for each municipality: the morning's mail holds what was not told at once. */
export const sweepTasks = [AtOnceTask, MorningRound, Housekeeping];
export const mailComposers = [DailyComposer, DigestComposer, AtOnceComposer];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [
    ...handlersIn(features, readModels),
    ...streams,
    ...sweepTasks,
    ...mailComposers,
    PreferencesReader,
    DigestsReader,
    DigestMails,
    AtOnceReader,
    AnswerLinks,
    AwaitedDecisions,
    DigestFactory,
    KeptDigests,
    LinkLanguage,
    MailReceivers,
    UncomposedMorningMails,
    StopLinks,
    ToldByMail,
    UntoldNews,
    { provide: DigestRecords, useClass: KeptDigestRecords },
  ],
  exports: provides,
})
export class DigestsModule {}
