import { Global, Module } from '@nestjs/common';
import { ServiceAbsences } from './contract/index.js';
import { DraftDesk } from './drafts/draft-desk.js';
import { DraftSignals } from './drafts/editors/draft-signals.js';
import { Editors } from './drafts/editors/editors.js';
import { ProtocolDrafts } from './drafts/protocol-drafts.js';
import { ComingMeetings } from './facts/coming-meetings.js';
import { FilingDeadlines } from './facts/filing-deadlines.js';
import { FilingFactsReader } from './facts/filing-facts.js';
import { NamedPeople } from './facts/named-people.js';
import { PlanFacts } from './facts/plan-facts.js';
import { UnitDiary } from './facts/unit-diary.js';
import { YearPlans } from './facts/year-plans.js';
import { UnitCalendars } from './facts/unit-calendars.js';
import { featureControllers, featureHandlers } from './features/index.js';
import { AttendanceController } from './read-models/attendance/attendance.controller.js';
import {
  ListMeetingAttendanceHandler,
  ListUnitAttendanceHandler,
  ReadAttendanceHandler,
} from './read-models/attendance/attendance.query.js';
import { AttendanceReader } from './read-models/attendance/attendance-reader.js';
import { BoardController, UnitPageController } from './read-models/board/board.controller.js';
import { ReadBoardHandler } from './read-models/board/board.query.js';
import { BoardReader } from './read-models/board/board-reader.js';
import { ClosingPreviewController } from './read-models/closing-preview/closing-preview.controller.js';
import { PreviewClosingHandler } from './read-models/closing-preview/closing-preview.query.js';
import { MeetingController } from './read-models/meeting-register/meeting.controller.js';
import { ListMeetingsHandler, ReadMeetingHandler } from './read-models/meeting-register/meeting.query.js';
import { MeetingLists } from './read-models/meeting-register/meeting-lists.js';
import { ProtocolController, ProtocolRegisterController } from './read-models/protocol-register/protocol.controller.js';
import { ProtocolLists } from './read-models/protocol-register/protocol-lists.js';
import { ListProtocolsHandler, ReadProtocolHandler } from './read-models/protocol-register/protocol.query.js';
import { TimelineController } from './read-models/timeline/timeline.controller.js';
import { ReadTimelineHandler } from './read-models/timeline/timeline.query.js';
import { ReadUnitPageHandler } from './read-models/unit-page/unit-page.query.js';
import { MeetingHours } from './streams/meeting-hours.js';
import { MeetingStreams } from './streams/meeting.streams.js';
import { MeetingSubject } from './streams/meeting.subject.js';
import { SchoolYearStreams } from './streams/school-year.streams.js';
import { UnitClosureStreams } from './streams/unit-closure.streams.js';

export const streams = [MeetingStreams, SchoolYearStreams, UnitClosureStreams];

/** Global, because the alerts context queries absent services. */
@Global()
@Module({
  controllers: [
    ...featureControllers,
    MeetingController,
    ProtocolController,
    ProtocolRegisterController,
    TimelineController,
    BoardController,
    UnitPageController,
    ClosingPreviewController,
    AttendanceController,
  ],
  providers: [
    ...streams,
    MeetingHours,
    MeetingSubject,
    UnitCalendars,
    ComingMeetings,
    FilingDeadlines,
    FilingFactsReader,
    NamedPeople,
    PlanFacts,
    UnitDiary,
    YearPlans,
    ProtocolDrafts,
    DraftDesk,
    DraftSignals,
    Editors,
    MeetingLists,
    ProtocolLists,
    BoardReader,
    AttendanceReader,
    { provide: ServiceAbsences, useExisting: AttendanceReader },
    ...featureHandlers,
    ListMeetingsHandler,
    ReadMeetingHandler,
    ListProtocolsHandler,
    ReadProtocolHandler,
    ReadTimelineHandler,
    ReadBoardHandler,
    ReadUnitPageHandler,
    PreviewClosingHandler,
    ReadAttendanceHandler,
    ListUnitAttendanceHandler,
    ListMeetingAttendanceHandler,
  ],
  exports: [...streams, MeetingSubject, ServiceAbsences],
})
export class MeetingsModule {}
