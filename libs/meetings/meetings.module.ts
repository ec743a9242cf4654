import { Module } from '@nestjs/common';
import { controllersIn, handlersIn } from '#platform/composition';
import { OpenActions } from '#actions/contract';
import { Directory } from '#registry/contract';
import { FactsInTransaction } from '#statistics/contract';
import { MeetingRecords, ServiceAbsences, WaitingAgreements } from './contract/index.js';
import { DraftAnswers } from './drafts/draft-answers.js';
import { DraftSignals } from './drafts/editors/draft-signals.js';
import { Editors } from './drafts/editors/editors.js';
import { ProtocolDrafts } from './drafts/protocol-drafts.js';
import { AgreementFacts } from './facts/agreement-facts.js';
import { ComingMeetings } from './facts/coming-meetings.js';
import { FilingDeadlines } from './facts/filing-deadlines.js';
import { FilingFactsReader } from './facts/filing-facts.js';
import { NamedPeople } from './facts/named-people.js';
import { PlanFacts } from './facts/plan-facts.js';
import { UnitMeetings } from './facts/unit-meetings.js';
import { YearPlans } from './facts/year-plans.js';
import { UnitCalendars } from './facts/unit-calendars.js';
import { WaitingAgreementsReader } from './read-models/agreement/waiting-agreements-reader.js';
import { AttendanceReader } from './read-models/attendance/attendance-reader.js';
import { BoardReader } from './read-models/board/board-reader.js';
import { KeptMeetingRecords } from './read-models/meeting-register/kept-meeting-records.js';
import { MeetingLists } from './read-models/meeting-register/meeting-lists.js';
import { ProtocolLists } from './read-models/protocol-register/protocol-lists.js';
import { UnitActions } from './read-models/unit-page/unit-actions.js';
import { AgreementStreams } from './streams/agreement.streams.js';
import { MeetingHours } from './streams/meeting-hours.js';
import { MeetingStreams } from './streams/meeting.streams.js';
import { MeetingSubject } from './streams/meeting.subject.js';
import { SchoolYearStreams } from './streams/school-year.streams.js';
import { UnitClosureStreams } from './streams/unit-closure.streams.js';
import * as features from './features/index.js';
import * as readModels from './read-models/index.js';

export const streams = [MeetingStreams, SchoolYearStreams, UnitClosureStreams, AgreementStreams];
/** Contract classes of other contexts that this one injects. */
export const needs = [Directory, OpenActions, FactsInTransaction];
/** Contract classes that other contexts may inject. */
export const provides = [ServiceAbsences, MeetingRecords, WaitingAgreements];

@Module({
  controllers: controllersIn(features, readModels),
  providers: [
    ...handlersIn(features, readModels),
    ...streams,
    MeetingHours,
    MeetingSubject,
    UnitCalendars,
    AgreementFacts,
    ComingMeetings,
    FilingDeadlines,
    FilingFactsReader,
    NamedPeople,
    PlanFacts,
    UnitMeetings,
    YearPlans,
    ProtocolDrafts,
    DraftAnswers,
    DraftSignals,
    Editors,
    MeetingLists,
    ProtocolLists,
    BoardReader,
    UnitActions,
    AttendanceReader,
    { provide: ServiceAbsences, useExisting: AttendanceReader },
    { provide: MeetingRecords, useClass: KeptMeetingRecords },
    { provide: WaitingAgreements, useClass: WaitingAgreementsReader },
  ],
  exports: provides,
})
export class MeetingsModule {}
