import type { Context } from '#platform/composition';
import { agreementEvents, meetingEvents, schoolYearEvents, unitClosureEvents } from './contract/index.js';
import { agreementRefusals } from './domain/agreement/agreement.refusals.js';
import { draftRefusals } from './domain/draft/draft.refusals.js';
import { meetingRefusals } from './domain/meeting/meeting.refusals.js';
import { schoolYearRefusals } from './domain/school-year/school-year.refusals.js';
import { unitClosureRefusals } from './domain/unit-closure/unit-closure.refusals.js';
import { ProtocolDraftRow } from './drafts/protocol-draft.entity.js';
import { ProtocolDraft1795305600404 } from './drafts/protocol-draft.migration.js';
import { MeetingsModule, needs, provides, streams } from './meetings.module.js';
import { beginMeetingsWhenSchoolYearPlanned } from './policies/begin-meetings-when-school-year-planned.policy.js';
import { cancelMeetingsWhenUnitCloses } from './policies/cancel-meetings-when-unit-closes.policy.js';
import { AgreementRow } from './read-models/agreement/agreement.entity.js';
import { Agreement1796300006001 } from './read-models/agreement/agreement.migration.js';
import { agreements } from './read-models/agreement/agreement.projection.js';
import { Attendance1795305600410 } from './read-models/attendance/attendance.migration.js';
import { AttendanceOfFacts1796100000010 } from './read-models/attendance/attendance-of-facts.migration.js';
import { MeetingRow } from './read-models/meeting-register/meeting-register.entity.js';
import { MeetingRegister1795305600400 } from './read-models/meeting-register/meeting-register.migration.js';
import { MeetingsByYear1795305601010 } from './read-models/meeting-register/meetings-by-year.migration.js';
import { meetingRegister } from './read-models/meeting-register/meeting-register.projection.js';
import { ProtocolRow } from './read-models/protocol-register/protocol-register.entity.js';
import { ProtocolRegister1795305600402 } from './read-models/protocol-register/protocol-register.migration.js';
import { protocolRegister } from './read-models/protocol-register/protocol-register.projection.js';
import { ProtocolVersionRow } from './read-models/protocol-versions/protocol-versions.entity.js';
import { ProtocolVersions1795305600403 } from './read-models/protocol-versions/protocol-versions.migration.js';
import { protocolVersions } from './read-models/protocol-versions/protocol-versions.projection.js';
import { UnitMonthRow } from './read-models/unit-month/unit-month.entity.js';
import { UnitMonth1795305600401 } from './read-models/unit-month/unit-month.migration.js';
import { unitMonth } from './read-models/unit-month/unit-month.projection.js';
import { MeetingSubject } from './streams/meeting.subject.js';

export type { AgreementCommand } from './domain/agreement/agreement.commands.js';
export type { FilingFacts, MeetingCommand } from './domain/meeting/meeting.commands.js';
export type { SchoolYearCommand } from './domain/school-year/school-year.commands.js';
export { proposeDates } from './domain/school-year/propose-dates.js';
export { ordinaryMeetingId } from './domain/school-year/school-year.decider.js';
export * from './domain/draft/protocol-draft.js';
export * from './features/index.js';
export { ReadBoard } from './read-models/board/board.query.js';

/** The year's meeting plan, the meetings, and the protocols that must end in actions (R1–R6). */
export const meetingsContext: Context = {
  name: 'meetings',
  events: [meetingEvents, schoolYearEvents, unitClosureEvents, agreementEvents],
  streams,
  readModels: [meetingRegister, unitMonth, protocolRegister, protocolVersions, agreements],
  policies: [beginMeetingsWhenSchoolYearPlanned, cancelMeetingsWhenUnitCloses],
  entities: [MeetingRow, UnitMonthRow, ProtocolRow, ProtocolVersionRow, ProtocolDraftRow, AgreementRow],
  migrations: [
    MeetingRegister1795305600400,
    UnitMonth1795305600401,
    ProtocolRegister1795305600402,
    ProtocolVersions1795305600403,
    ProtocolDraft1795305600404,
    Attendance1795305600410,
    AttendanceOfFacts1796100000010,
    MeetingsByYear1795305601010,
    Agreement1796300006001,
  ],
  refusals: [meetingRefusals, schoolYearRefusals, unitClosureRefusals, draftRefusals, agreementRefusals],
  subjects: [MeetingSubject],
  needs,
  provides,
  module: MeetingsModule,
};
